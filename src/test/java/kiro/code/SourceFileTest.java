package kiro.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import java.util.TreeMap;
import kiro.testing.Trees;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class SourceFileTest {
    @Test
    @Tag("source-trees#AC-9")
    void the_symbols_of_java() {
        var file =
                Trees.file(
                        "A.java",
                        """
                        @Service
                        public class A<T> extends B {
                            private int x;
                            @Autowired
                            public A(int x) { this.x = x; }
                            @GetMapping("/a") public List<T> find(@PathVariable long id,
                                    String name) throws E { class Local {} return null; }
                            void hidden() {}
                            record R(int a) {}
                        }
                        interface I { int f(); }
                        enum E { ONE }
                        """);

        assertThat(symbols(file))
                .containsExactly(
                        "CLASS A exported: public class A<T> extends B @Service",
                        "CONSTRUCTOR A.A exported: public A(int x) @Autowired",
                        "METHOD A.find exported: public List<T> find(long id, String name) throws E @GetMapping(\"/a\")",
                        "METHOD A.hidden: void hidden()",
                        "RECORD A.R: record R(int a)",
                        "INTERFACE I: interface I",
                        "METHOD I.f exported: int f()",
                        "ENUM E: enum E");
    }

    @Test
    @Tag("steering-checks#AC-2")
    void a_method_of_an_exported_object_is_no_exported_function() {
        var file =
                Trees.file(
                        "src/a.ts",
                        "export const api = { load() { return 1; } };\nexport function f() {}\n");

        assertThat(symbols(file))
                .containsExactly("METHOD load: load()", "FUNCTION f exported: function f()");
    }

    @Test
    @Tag("source-trees#AC-9")
    void the_symbols_of_typescript_and_javascript() {
        var file =
                Trees.file(
                        "a.ts",
                        """
                        @Controller('users')
                        export class A {
                          constructor(private readonly b: B) {}
                          @Get(':id')
                          async find(@Param('id') id: string): Promise<User> { return x; }
                          private hidden() {}
                        }
                        export interface User { id: string; name(): string }
                        export type Id = string;
                        export const create = async (a: number): Promise<void> => { const local = () => 1; };
                        function later() {}
                        export { later };
                        function own() {}
                        """);
        var script =
                Trees.file(
                        "a.js", "const f = (a) => a;\nfunction g() {}\nmodule.exports = { f };\n");

        assertThat(symbols(file))
                .containsExactly(
                        "CLASS A exported: class A @Controller('users')",
                        "CONSTRUCTOR A.constructor exported: constructor(private readonly b: B)",
                        "METHOD A.find exported: async find(id: string): Promise<User> @Get(':id')",
                        "METHOD A.hidden: private hidden()",
                        "INTERFACE User exported: interface User",
                        "METHOD User.name exported: name(): string",
                        "TYPE Id exported: type Id = string",
                        "FUNCTION create exported: const create = async (a: number): Promise<void>",
                        "FUNCTION later exported: function later()",
                        "FUNCTION own: function own()");
        assertThat(symbols(script))
                .containsExactly("FUNCTION f exported: const f = (a)", "FUNCTION g: function g()");
    }

    @Test
    @Tag("source-trees#AC-9")
    void the_symbols_of_python_go_and_rust() {
        var python =
                Trees.file(
                        "a.py",
                        """
                        class A(Base):
                            def __init__(self, a: int): ...
                            @property
                            def name(self) -> str:
                                def local(): ...
                                return ""
                        @app.get("/a")
                        async def read(a: int = 1): ...
                        def _own(): ...
                        """);
        var go =
                Trees.file(
                        "a.go",
                        """
                        package a
                        type User struct { Name string }
                        type Store interface { Find(id int) (User, error) }
                        func (s *Server) Find(w http.ResponseWriter) error { return nil }
                        func helper() {}
                        """);
        var rust =
                Trees.file(
                        "a.rs",
                        """
                        #[derive(Debug)]
                        pub struct User { name: String }
                        impl User {
                            pub fn new(name: String) -> Self { fn local() {} todo!() }
                            fn own(&self) {}
                        }
                        impl Show for User { fn show(&self) -> String { String::new() } }
                        pub trait Show { fn show(&self) -> String; }
                        #[get("/a")]
                        async fn read() -> impl Responder { "" }
                        """);

        assertThat(symbols(python))
                .containsExactly(
                        "CLASS A exported: class A(Base)",
                        "CONSTRUCTOR A.__init__ exported: def __init__(self, a: int)",
                        "METHOD A.name exported: def name(self) -> str @property",
                        "FUNCTION read exported: async def read(a: int = 1) @app.get(\"/a\")",
                        "FUNCTION _own: def _own()");
        assertThat(symbols(go))
                .containsExactly(
                        "STRUCT User exported: User struct",
                        "INTERFACE Store exported: Store interface",
                        "METHOD Store.Find exported: Find(id int) (User, error)",
                        "METHOD Server.Find exported: func (s *Server) Find(w http.ResponseWriter) error",
                        "FUNCTION helper: func helper()");
        assertThat(symbols(rust))
                .containsExactly(
                        "STRUCT User exported: pub struct User #[derive(Debug)]",
                        "METHOD User.new exported: pub fn new(name: String) -> Self",
                        "METHOD User.own: fn own(&self)",
                        "METHOD User.show exported: fn show(&self) -> String",
                        "TRAIT Show exported: pub trait Show",
                        "METHOD Show.show exported: fn show(&self) -> String",
                        "FUNCTION read: async fn read() -> impl Responder #[get(\"/a\")]");
    }

    @Test
    @Tag("source-trees#AC-10")
    void imports_are_found_with_the_names_that_they_bring() {
        assertThat(
                        imports(
                                Trees.file(
                                        "A.java",
                                        "import a.b.C;\nimport static a.b.D.e;\nimport a.*;")))
                .containsExactly("a.b {C=C}", "a.b.D {e=e}", "a {*=*}");
        assertThat(
                        imports(
                                Trees.file(
                                        "a.ts",
                                        """
                                        import a, { b, c as d } from './x';
                                        import * as e from "y";
                                        const { f } = require('z');
                                        const g = require("w");
                                        export { h } from './h';
                                        export * from './all';
                                        """)))
                .containsExactly(
                        "./x {a=default, b=b, d=c}",
                        "y {e=*}",
                        "z {f=f}",
                        "w {g=*}",
                        "./h {h=h}",
                        "./all {*=*}");
        assertThat(
                        imports(
                                Trees.file(
                                        "a.py",
                                        "import a.b as c, d\nfrom .x import y, z as w\nfrom q import *\n")))
                .containsExactly("a.b {c=*}", "d {d=*}", ".x {w=z, y=y}", "q {*=*}");
        assertThat(
                        imports(
                                Trees.file(
                                        "a.go",
                                        "package a\nimport (\n  \"net/http\"\n  g \"github.com/gin-gonic/gin\"\n)\n")))
                .containsExactly("net/http {http=*}", "github.com/gin-gonic/gin {g=*}");
        assertThat(
                        imports(
                                Trees.file(
                                        "a.rs",
                                        "use a::b::{C, d::{E as F, self}};\nuse g::*;\nuse h;\n")))
                .containsExactly(
                        "a::b {C=C}", "a::b::d {F=E}", "a::b::d {self=self}", "g {*=*}", " {h=h}");
    }

    @Test
    @Tag("source-trees#AC-10")
    void calls_are_found_with_their_arguments() {
        assertThat(
                        calls(
                                Trees.file(
                                        "A.java",
                                        "class A { void f() { a.b(1).c(new D<E>(x), \"y\"); } }")))
                .containsExactly("a.b(1).c c [new D<E>(x), \"y\"]", "a.b b [1]", "new D D [x]");
        assertThat(calls(Trees.file("a.ts", "app.get<X>('/a', f); new Error(`b`);")))
                .containsExactly("app.get get ['/a', f]", "new Error Error [`b`]");
        assertThat(calls(Trees.file("a.py", "a.b(c, d=1)"))).containsExactly("a.b b [c, d=1]");
        assertThat(calls(Trees.file("a.go", "package a\nfunc f() { r.GET(\"/a\", h) }")))
                .containsExactly("r.GET GET [\"/a\", h]");
        assertThat(
                        calls(
                                Trees.file(
                                        "a.rs",
                                        "fn f() { Router::new().route(\"/a\", get(h)); println!(\"x\"); }")))
                .containsExactly(
                        "Router::new().route route [\"/a\", get(h)]",
                        "Router::new new []",
                        "get get [h]",
                        "println! println! []");
    }

    @Test
    @Tag("source-trees#AC-10")
    void literals_tell_the_text_that_they_stand_for() {
        assertThat(literals("A.java", "class A { String a = \"x\\n\\\"y\"; String b = \"\"; }"))
                .containsExactly(Optional.of("x\n\"y"), Optional.of(""));
        assertThat(literals("a.ts", "f('a', \"b\", `c`, `d${e}`)"))
                .containsExactly(
                        Optional.of("a"), Optional.of("b"), Optional.of("c"), Optional.empty());
        assertThat(literals("a.py", "f('a', r\"b\", f'c{d}', 'e' \"f\", 'g\\th')"))
                .containsExactly(
                        Optional.of("a"),
                        Optional.of("b"),
                        Optional.empty(),
                        Optional.of("ef"),
                        Optional.of("g\th"));
        assertThat(literals("a.go", "package a\nvar a = \"x\"\nvar b = `y`\n"))
                .containsExactly(Optional.of("x"), Optional.of("y"));
        assertThat(literals("a.rs", "fn f() { g(\"x\", r#\"y\"#); }"))
                .containsExactly(Optional.of("x"), Optional.of("y"));
    }

    @Test
    @Tag("source-trees#AC-10")
    void comments_are_found() {
        assertThat(
                        Trees.file("A.java", "/** a */\nclass A {} // b").comments().stream()
                                .map(SyntaxNode::text))
                .containsExactly("/** a */", "// b");
    }

    private static List<String> symbols(SourceFile file) {
        return file.symbols().stream()
                .map(symbol ->
                        symbol.kind()
                                + " "
                                + symbol.qualifiedName()
                                + (symbol.isExported() ? " exported" : "")
                                + ": "
                                + symbol.signature()
                                + String.join(
                                        "",
                                        symbol.decorators().stream()
                                                .map(each -> " " + each.flatText())
                                                .toList()))
                .toList();
    }

    private static List<String> imports(SourceFile file) {
        return file.imports().stream()
                .map(each -> each.module() + " " + new TreeMap<>(each.names()))
                .toList();
    }

    private static List<String> calls(SourceFile file) {
        return file.calls().stream()
                .map(call ->
                        call.callee()
                                + " "
                                + call.name()
                                + " "
                                + call.arguments().stream().map(SyntaxNode::flatText).toList())
                .toList();
    }

    private static List<Optional<String>> literals(String path, String source) {
        return Trees.file(path, source).strings().stream().map(SourceFile::literal).toList();
    }
}
