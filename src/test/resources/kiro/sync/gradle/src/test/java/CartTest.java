import org.junit.jupiter.api.*;
class CartTest {
  @Test @Tag("%%AC-1") void adds() { Assertions.assertEquals(5, Cart.total(5)); }
  @Test @Tag("%%AC-2") void removing() { Assertions.assertThrows(Exception.class, () -> Cart.total()); }
  @Test @Disabled @Tag("%%AC-3") void limit() { Assertions.fail(); }
  // Validates: %%AC-4
  @Test void empty() { Assertions.assertEquals(0, Cart.total()); }
}
