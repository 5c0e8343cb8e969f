// %%AC-2
#[test]
fn removing() { assert_eq!(1, 2); }
