pub fn total(items: &[u32]) -> u32 { items.iter().sum() }
#[cfg(test)]
mod tests {
    use super::*;
    // %%AC-1
    #[test]
    fn adds() { assert_eq!(total(&[5]), 5); }
    #[test]
    fn cart_ac_4_empty() { assert_eq!(total(&[]), 0); }
    // [verify %%AC-3]
    #[test]
    #[ignore]
    fn limit() { assert!(true); }
}
