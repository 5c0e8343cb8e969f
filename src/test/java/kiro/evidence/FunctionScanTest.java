package kiro.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class FunctionScanTest {

    private static List<String> told(String path, Dialect dialect, String text) {
        return FunctionScan.of(path, text, dialect).functions().stream()
                .map(function ->
                        "%s %d-%d-%d"
                                .formatted(
                                        function.key(),
                                        function.lines().first(),
                                        function.lines().body(),
                                        function.lines().last()))
                .toList();
    }

    @Test
    @Tag("evidence#AC-15")
    void methods_and_constructors_of_java_are_found() {
        assertThat(
                        told(
                                "A.java",
                                Dialect.JAVA,
                                """
                                @Service
                                record A(int a) implements B<C> {
                                    private static final Runnable R = () -> { run(); };
                                    A(String text) throws java.io.IOException, X {
                                        this(Integer.parseInt(text));
                                    }
                                    @PutMapping("/x")
                                    public <T> List<T> put(T body) {
                                        if (body == null) { return new ArrayList<>() { void in() {} }; }
                                        return switch (a) { default -> List.of(); };
                                    }
                                    abstract void none();
                                    class Inner { void put(int a) { for (;;) {} } }
                                }
                                """))
                .containsExactly("A.java#A 4-5-6", "A.java#put 7-9-11", "A.java#put~2 13-13-13");
    }

    @Test
    @Tag("evidence#AC-15")
    void functions_of_scripts_are_found_however_they_are_written() {
        assertThat(
                        told(
                                "a.ts",
                                Dialect.SCRIPT,
                                """
                                import x from 'x'
                                export default async function main(): Promise<void> {
                                  if (a) { b() }
                                }
                                export const add = (a: number, b: number): number => a + b
                                const clear = async () => {
                                  return 0;
                                };
                                class Cart {
                                  @Get('/x')
                                  private take(n: { a: string }): Map<string, number> {
                                    return while_(n);
                                  }
                                  static of() { return new Cart(); }
                                }
                                const table = { put: function (a) { return a; }, get(b) { return b; } };
                                app.get('/x', (req, res) => { res.send(1); });
                                describe('cart', () => { it('adds one', () => { expect(1); }); });
                                """))
                .containsExactly(
                        "a.ts#main 2-3-4",
                        "a.ts#add 5-5-5",
                        "a.ts#clear 6-7-8",
                        "a.ts#take 10-12-13",
                        "a.ts#of 14-14-14",
                        "a.ts#put 16-16-16",
                        "a.ts#get 16-16-16",
                        "a.ts#adds one 18-18-18");
    }

    @Test
    @Tag("evidence#AC-15")
    void functions_of_python_go_rust_and_kotlin_are_found() {
        assertThat(
                        told(
                                "a.py",
                                Dialect.PYTHON,
                                "@app.get('/x')\nasync def get(a,\n    b):\n    if a:\n        return 1\n    def inner(): pass\n\nclass C:\n    def put(self): return 2\nx = 1\n"))
                .containsExactly("a.py#get 1-4-6", "a.py#put 9-9-9");
        assertThat(
                        told(
                                "a.go",
                                Dialect.GO,
                                "package a\nfunc (c *Cart) Add(n int) (int, error) {\n\treturn f(func() int { return 1 }), nil\n}\nfunc Map[T any](x []T) map[string]T {\n\treturn nil\n}\nvar f func()\n"))
                .containsExactly("a.go#Add 2-3-4", "a.go#Map 5-6-7");
        assertThat(
                        told(
                                "a.rs",
                                Dialect.RUST,
                                "impl<'a> Cart<'a> {\n    #[inline]\n    pub(crate) fn add<T: Into<u8>>(&mut self, n: [T; 2]) -> Option<&'a str>\n    where T: Copy {\n        None\n    }\n}\ntrait T { fn none(); }\n"))
                .containsExactly("a.rs#add 2-5-6");
        assertThat(
                        told(
                                "a.kt",
                                Dialect.KOTLIN,
                                "class A {\n    @Get(\"/x\")\n    suspend fun <T> get(a: T): T {\n        return a\n    }\n    fun short() = 1\n    val x = 2\n}\n"))
                .containsExactly("a.kt#get 2-4-5", "a.kt#short 6-6-6");
    }

    @Test
    @Tag("evidence#AC-14")
    void the_rest_of_a_file_is_what_no_function_holds() {
        var one = FunctionScan.of("a.go", "var a = 1\nfunc F() { x() }\nvar b = 2\n", Dialect.GO);
        var other =
                FunctionScan.of(
                        "a.go", "var a = 1\nfunc F() { y() }\nvar b  = 2 // c\n", Dialect.GO);
        var third = FunctionScan.of("a.go", "var a = 1\nfunc F() { x() }\nvar b = 3\n", Dialect.GO);

        assertThat(one.rest()).isEqualTo(other.rest()).isNotEqualTo(third.rest());
    }
}
