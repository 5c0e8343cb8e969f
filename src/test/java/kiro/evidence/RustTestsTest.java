package kiro.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class RustTestsTest {
    @TempDir Path folder;

    @Test
    @Tag("evidence#AC-1")
    void attributes_names_and_comments_link_tests() {
        assertThat(
                        Shop.in(folder)
                                .with(
                                        "src/cart/add.rs",
                                        """
                                        //! cart#AC-10 is spoken of, and nothing here tests it
                                        pub fn add<'a>(a: &'a str, b: char) -> bool { b == '\\'' || b == '"' }

                                        #[cfg(test)]
                                        mod tests {
                                            use super::*;

                                            /// cart#AC-1
                                            #[test]
                                            #[should_panic(expected = "empty")]
                                            fn adds() {
                                                let text = r#"
                                                    // cart#AC-10
                                                    #[test] fn in_a_string() {}
                                                "#;
                                                /* outer /* inner */ cart#AC-10 */
                                            }

                                            #[tokio::test(flavor = "multi_thread")]
                                            async fn ac_2_waits() {}

                                            // cart#AC-1
                                            fn helper() {}

                                            mod deeper {
                                                #[rstest]
                                                #[case(1)]
                                                fn takes(#[case] n: u8) {
                                                    // [verify cart#AC-2]
                                                }
                                            }
                                        }
                                        """)
                                .with(
                                        "tests/whole.rs",
                                        "// criterion: AC-10\n#[test] fn starts() {}\n")
                                .told())
                .containsExactly(
                        "cart#AC-1 <- src/cart/add.rs.cart::add::tests::adds",
                        "cart#AC-10 <- tests/whole.rs.starts",
                        "cart#AC-2 <- src/cart/add.rs.cart::add::tests::ac_2_waits",
                        "cart#AC-2 <- src/cart/add.rs.cart::add::tests::deeper::takes");
    }
}
