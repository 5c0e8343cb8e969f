const { total } = require('./cart');
describe('cart', () => {
  // %%AC-1
  it('adds', () => { expect(total([5])).toBe(5); });
  it('removes [%%AC-2]', () => { expect(() => total([1])).toThrow(); });
  // %%AC-3
  it.todo('has a limit');
  describe('empty', () => {
    // %%AC-4
    test.each([[[]], [[0]]])('of %j', (items) => { expect(total(items)).toBe(0); });
  });
});
