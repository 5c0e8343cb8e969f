package kiro.action;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.util.Base64;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.zip.GZIPOutputStream;
import kiro.action.dependency.JarWorkshop;
import kiro.hook.EventKind;
import kiro.hook.run.BuiltInOutcome;
import kiro.hook.run.Subject;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

class DependencyImpactActionTest {
    private static final String POM =
            "<project><dependencies><dependency><groupId>com.acme</groupId><artifactId>lib</artifactId><version>%s</version></dependency></dependencies></project>\n";

    @TempDir private Path folder;
    private ActionWorkshop shop;

    @BeforeEach
    void open() {
        shop = new ActionWorkshop(folder);
    }

    private Path home() {
        return folder.resolve("scratch/home");
    }

    private void install(String version, String... sources) throws IOException {
        Path place = home().resolve(".m2/repository/com/acme/lib").resolve(version);
        Files.createDirectories(place);
        JarWorkshop.jar(place.resolve("lib-" + version + ".jar"), sources);
    }

    private String impact() throws InterruptedException {
        BuiltInOutcome outcome = shop.run("dependency-impact", Map.of());
        assertThat(outcome.answer()).isEqualTo(BuiltInOutcome.Answer.DONE);
        return outcome.text();
    }

    /// A project in Java that uses what the second version lacks.
    private void javaProject() throws Exception {
        install(
                "1.2.0",
                """
                package com.acme;
                public class Tool {
                    public static Tool make() { return new Tool(); }
                    public Tool next() { return this; }
                    public void gone(int a) {}
                    public void gone(String a) {}
                    public static int count() { return 1; }
                    protected void hook() {}
                    @Override public String toString() { return ""; }
                }
                """,
                "package com.acme; public class Old {}",
                "package com.acme; public interface Port { void a(); }");
        install(
                "2.0.0",
                """
                package com.acme;
                public class Tool {
                    public static Tool make() { return new Tool(); }
                    public Tool next() { return this; }
                    public void gone(int a) {}
                    public static long count() { return 1; }
                    protected final void hook() {}
                }
                """,
                "package com.acme; public interface Port { void a(); void b(); }");
        shop.with("pom.xml", POM.formatted("1.2.0"))
                .with(
                        "src/App.java",
                        """
                        package app;

                        import static com.acme.Tool.count;

                        import com.acme.Old;
                        import com.acme.*;

                        class App extends Tool implements Port {
                            private Old old;

                            void run(Other other) {
                                Tool.make().next().gone("x");
                                Tool.make().gone(1);
                                int n = count();
                                other.gone("x");
                                com.acme.Tool.count();
                                gone("y");
                            }

                            public void a() {}

                            protected void hook() {}
                        }
                        """)
                .with(
                        "src/Other.java",
                        "package app;\n\nclass Other {\n    void gone(String a) {}\n}\n")
                .committed("start");
        shop.with("pom.xml", POM.formatted("2.0.0"));
    }

    @Test
    @Tag("dependency-impact#AC-1")
    @Tag("dependency-impact#AC-3")
    @Tag("dependency-impact#AC-8")
    void each_use_of_what_a_new_jar_lacks_is_told_with_its_line() throws Exception {
        javaProject();
        String expected =
                """
                com.acme:lib 1.2.0 -> 2.0.0: a major step, direct, in pom.xml
                  2 gone, 3 different, 0 newly deprecated; used here at 8 places
                  src/App.java:5: Old is gone
                  src/App.java:9: Old is gone
                  src/App.java:12: Tool.gone(String) is gone
                  src/App.java:17: Tool.gone(String) is gone
                  src/App.java:8: Port wants `b()` of its heirs
                  src/App.java:14: Tool.count() returns long instead of int
                  src/App.java:16: Tool.count() returns long instead of int
                  src/App.java:22: Tool.hook() can no longer be overridden
                  imported at 3 places: src/App.java:3, src/App.java:5, src/App.java:6\
                """;

        assertThat(impact()).isEqualTo(expected);
        shop.committed("step");
        assertThat(impact()).isEqualTo(expected);
        assertThat(
                        shop.on(
                                        "dependency-impact",
                                        EventKind.DEPENDENCY_UPDATED,
                                        new Subject.Dependencies(
                                                List.of(
                                                        new Subject.Dependency(
                                                                "maven",
                                                                "com.acme:lib",
                                                                "1.2.0",
                                                                "2.0.0",
                                                                "pom.xml"))),
                                        Map.of())
                                .text())
                .isEqualTo(expected);
    }

    @Test
    @Tag("dependency-impact#AC-3")
    void a_call_on_what_is_not_known_is_told_as_perhaps() throws Exception {
        install("1.0", "package com.acme; public class Tool { public void vanish() {} }");
        install("1.1", "package com.acme; public class Tool { }");
        shop.with("pom.xml", POM.formatted("1.0"))
                .with(
                        "src/App.java",
                        "import com.acme.Tool;\nclass App {\n  void a(Foreign f, Box b) { f.tool().vanish(); b.vanish(); }\n}\n")
                .committed("start");
        shop.with("pom.xml", POM.formatted("1.1"));

        assertThat(impact())
                .contains("used here at 0 places, and perhaps at 1 more")
                .contains("src/App.java:3: perhaps Tool.vanish() is gone");
    }

    @Test
    @Tag("dependency-impact#AC-6")
    void what_is_not_at_hand_is_said_with_what_brings_it() throws Exception {
        install("2.0.0", "package com.acme; public class Tool {}");
        shop.with("pom.xml", POM.formatted("1.2.0"))
                .with("src/App.java", "import com.acme.Tool;\nclass App {}\n")
                .with("src/More.kt", "package app\n\nimport com.acme.Tool\n")
                .committed("start");
        shop.with("pom.xml", POM.formatted("2.0.0"));

        assertThat(impact())
                .isEqualTo(
                        """
                        com.acme:lib 1.2.0 -> 2.0.0: a major step, direct, in pom.xml
                          signatures not compared: 1.2.0 is not at hand; run 'mvn dependency:get -Dtransitive=false -Dartifact=com.acme:lib:1.2.0'
                          imported at 2 places: src/App.java:1, src/More.kt:3\
                        """);
        shop.with("pom.xml", POM.formatted("../../../etc"));
        assertThat(impact())
                .contains("signatures not compared: 1.2.0 and ../../../etc are not at hand");
    }

    @Test
    @Tag("dependency-impact#AC-8")
    @Tag("dependency-impact#AC-9")
    void a_version_can_be_thought_of_and_a_use_can_stop_the_step() throws Exception {
        javaProject();
        shop.with("pom.xml", POM.formatted("1.2.0"));
        Map<String, String> asked = Map.of("dependency", "com.acme:lib", "to", "2.0.0");

        assertThat(shop.run("dependency-impact", Map.of()).text())
                .isEqualTo("no dependency has another version");
        assertThat(shop.run("dependency-impact", asked).text())
                .startsWith("com.acme:lib 1.2.0 -> 2.0.0: a major step");
        assertThat(
                        shop.run(
                                        "dependency-impact",
                                        Map.of(
                                                "dependency",
                                                "com.acme:lib",
                                                "to",
                                                "2.0.0",
                                                "require",
                                                "true"))
                                .answer())
                .isEqualTo(BuiltInOutcome.Answer.OBJECTS);
        assertThat(shop.run("dependency-impact", Map.of("to", "2.0.0")).text())
                .isEqualTo("no dependency is named: say which with 'dependency'");
        assertThat(
                        shop.run(
                                        "dependency-impact",
                                        Map.of("dependency", "com.acme:other", "to", "2.0.0"))
                                .text())
                .isEqualTo(
                        "no manifest or lock file says a version of com.acme:other: look at its name, and say 'from'");
        shop.with("pom.xml", POM.formatted("").replace("<version></version>", ""));
        assertThat(
                        shop.run(
                                        "dependency-impact",
                                        Map.of(
                                                "dependency",
                                                "com.acme:lib",
                                                "from",
                                                "1.2.0",
                                                "to",
                                                "2.0.0"))
                                .text())
                .startsWith("com.acme:lib 1.2.0 -> 2.0.0: a major step, direct");
        assertThat(shop.run("dependency-impact", Map.of("base", "--output=x")).answer())
                .isEqualTo(BuiltInOutcome.Answer.FAILED);
    }

    @Test
    @Tag("dependency-impact#AC-9")
    void it_is_markdown_and_json_too_and_writes_over_no_other_file() throws Exception {
        javaProject();
        JsonNode json =
                JsonMapper.shared()
                        .readTree(shop.run("dependency-impact", Map.of("form", "json")).text());
        JsonNode first = json.path("dependencies").path(0);
        assertThat(json.path("version").asInt()).isEqualTo(1);
        assertThat(first.path("step").asString()).isEqualTo("major");
        assertThat(first.path("breaking").asBoolean()).isTrue();
        assertThat(first.path("changes").size()).isEqualTo(5);
        assertThat(first.path("uses").path(0).path("file").asString()).isEqualTo("src/App.java");

        Map<String, String> written = Map.of("form", "markdown", "output", "IMPACT.md");
        BuiltInOutcome outcome = shop.run("dependency-impact", written);
        assertThat(outcome.written()).containsExactly("IMPACT.md");
        assertThat(shop.read("IMPACT.md"))
                .contains("### com.acme:lib 1.2.0 -> 2.0.0: a major step, direct, in pom.xml")
                .contains("| `src/App.java:12` | `Tool.gone(String)` is gone |");
        assertThat(shop.run("dependency-impact", written).answer())
                .isEqualTo(BuiltInOutcome.Answer.DONE);
        shop.with("IMPACT.md", "mine\n");
        assertThat(shop.run("dependency-impact", written).answer())
                .isEqualTo(BuiltInOutcome.Answer.FAILED);
        assertThat(shop.read("IMPACT.md")).isEqualTo("mine\n");
    }

    @Test
    @Tag("dependency-impact#AC-4")
    void packages_of_npm_are_compared_with_what_the_cache_has() throws Exception {
        String before =
                """
                export interface Options { deep?: boolean; }
                export declare class Box { open(): void; close(force: boolean): void; }
                export declare function pack(a: string, b: number): string;
                export declare function wrap(a: string): string;
                export * from './more';
                """;
        byte[] packed =
                tarball(
                        Map.of(
                                "package/package.json",
                                "{\"name\":\"lib\",\"version\":\"0.3.0\",\"types\":\"index.d.ts\"}",
                                "package/index.d.ts",
                                before,
                                "package/more.d.ts",
                                "export declare const more: number;\n"));
        String integrity = cached(packed);
        shop.with(
                        "package-lock.json",
                        "{\"packages\":{\"node_modules/lib\":{\"version\":\"0.3.0\",\"resolved\":\"https://registry.npmjs.org/lib/-/lib-0.3.0.tgz\",\"integrity\":\"%s\"}}}"
                                .formatted(integrity))
                .with("package.json", "{\"dependencies\":{\"lib\":\"^0.3.0\"}}")
                .with(".gitignore", "node_modules\n")
                .with(
                        "src/a.ts",
                        """
                        import { Box, pack as p, more } from 'lib';
                        import * as lib from 'lib';
                        const box = new Box();
                        box.close(true);
                        p('a', 1);
                        lib.wrap('x');
                        console.log(more);
                        """)
                .committed("start");
        shop.with(
                        "package-lock.json",
                        "{\"packages\":{\"node_modules/lib\":{\"version\":\"0.4.0\"}}}")
                .with(
                        "node_modules/lib/package.json",
                        "{\"name\":\"lib\",\"version\":\"0.4.0\",\"types\":\"index.d.ts\"}")
                .with(
                        "node_modules/lib/index.d.ts",
                        """
                        export interface Options { deep?: boolean; wide?: boolean; }
                        export declare class Box { open(how?: string): void; }
                        export declare function pack(first: string): string;
                        export declare function wrap(text: string, width?: number): string;
                        """);

        assertThat(impact())
                .isEqualTo(
                        """
                        lib 0.3.0 -> 0.4.0: a step before 1.0, which may take anything, direct, in package-lock.json
                          2 gone, 1 different, 0 newly deprecated; used here at 5 places
                          src/a.ts:1: more is gone
                          src/a.ts:4: Box.close is gone
                          src/a.ts:7: more is gone
                          src/a.ts:1: pack takes (first: string) instead of (a: string, b: number)
                          src/a.ts:5: pack takes (first: string) instead of (a: string, b: number)
                          imported at 2 places: src/a.ts:1, src/a.ts:2\
                        """);
    }

    @Test
    @Tag("dependency-impact#AC-5")
    void python_go_and_rust_are_compared_by_their_sources() throws Exception {
        wheel(
                "1.0.0",
                "class Session:\n    def get(self, url, params=None): ...\n\ndef head(url): ...\n");
        wheel("1.1.0", "class Session:\n    def get(self, url, params=None, timeout=1): ...\n");
        source(
                "go/pkg/mod/github.com/!acme/kit@v1.0.0/kit.go",
                "package kit\n\nfunc Run(a string) error { return nil }\n\ntype Box struct { Size int }\n");
        source(
                "go/pkg/mod/github.com/!acme/kit@v1.1.0/kit.go",
                "package kit\n\nfunc Run(a string, b int) error { return nil }\n\ntype Box struct { Size int }\n");
        source(
                ".cargo/registry/src/index/my-kit-1.0.0/src/lib.rs",
                "pub struct Kit;\nimpl Kit { pub fn new() -> Self { Kit } pub fn go(&self, a: u8) {} }\npub fn run() {}\n");
        source(
                ".cargo/registry/src/index/my-kit-1.1.0/src/lib.rs",
                "pub struct Kit;\nimpl Kit { pub fn new() -> Self { Kit } }\npub fn run() {}\n");
        shop.with("requirements.txt", "web-kit==1.0.0\n")
                .with(
                        "app.py",
                        "from web_kit import Session, head\ns = Session()\ns.get('x')\nhead('y')\n")
                .with("go.mod", "module app\n\nrequire github.com/Acme/kit v1.0.0\n")
                .with(
                        "main.go",
                        "package main\n\nimport \"github.com/Acme/kit\"\n\nfunc main() {\n\tkit.Run(\"a\")\n}\n")
                .with(
                        "Cargo.toml",
                        "[package]\nname = \"app\"\n\n[dependencies]\nmy-kit = \"1.0.0\"\n")
                .with(
                        "src/main.rs",
                        "use my_kit::Kit;\n\nfn main() {\n    let k = Kit::new();\n    k.go(1);\n    my_kit::run();\n}\n")
                .committed("start");
        shop.with("requirements.txt", "web-kit==1.1.0\n")
                .with("go.mod", "module app\n\nrequire github.com/Acme/kit v1.1.0\n")
                .with(
                        "Cargo.toml",
                        "[package]\nname = \"app\"\n\n[dependencies]\nmy-kit = \"1.1.0\"\n");

        assertThat(impact())
                .contains("web-kit 1.0.0 -> 1.1.0: a minor step")
                .contains("app.py:1: head is gone")
                .contains("app.py:4: head is gone")
                .contains("main.go:6: Run takes (a string, b int) instead of (a string)")
                .contains("src/main.rs:5: Kit.go is gone")
                .doesNotContain("app.py:3")
                .doesNotContain("main.rs:6");
    }

    @Test
    @Tag("dependency-impact#AC-7")
    void packages_that_lie_about_themselves_end_in_an_answer() throws Exception {
        String name = "bad";
        shop.with("package.json", "{\"dependencies\":{\"bad\":\"1.0.0\"}}")
                .with(".gitignore", "node_modules\n")
                .with("a.js", "import { x } from 'bad';\n")
                .committed("start");
        byte[] broken =
                tarball(
                        Map.of(
                                "package/../../../out.d.ts",
                                "export declare const x: 1;",
                                "package/package.json",
                                "{\"exports\":{\"types\":{\"types\":{\"types\":\"../../../etc/passwd\"}}}}"));
        Path cache = home().resolve(".npm/_cacache");
        assertThat(cached(java.util.Arrays.copyOf(broken, broken.length / 2))).isNotEmpty();
        assertThat(cache).isDirectory();
        shop.with("package.json", "{\"dependencies\":{\"bad\":\"2.0.0\"}}")
                .with(
                        "node_modules/bad/package.json",
                        "{\"name\":\"bad\",\"version\":\"2.0.0\",\"main\":\"../../a.js\"}");

        assertThat(impact())
                .contains(name + " 1.0.0 -> 2.0.0")
                .contains(
                        "signatures not compared: 1.0.0 and 2.0.0 are not at hand; run 'npm cache add bad@1.0.0' and 'npm cache add bad@2.0.0'")
                .contains("imported at 1 place: a.js:1");
    }

    private void source(String path, String text) throws IOException {
        Path file = home().resolve(path);
        Files.createDirectories(file.getParent());
        Files.writeString(file, text);
    }

    private void wheel(String version, String text) throws IOException {
        Path file =
                shop.root().resolve("wheelhouse/web_kit-%s-py3-none-any.whl".formatted(version));
        Files.createDirectories(file.getParent());
        try (var zip = new java.util.zip.ZipOutputStream(Files.newOutputStream(file))) {
            zip.putNextEntry(new java.util.zip.ZipEntry("web_kit/__init__.py"));
            zip.write(
                    "from .api import *\nfrom .api import Session, head\n"
                            .getBytes(StandardCharsets.UTF_8));
            zip.putNextEntry(new java.util.zip.ZipEntry("web_kit/api.py"));
            zip.write(text.getBytes(StandardCharsets.UTF_8));
        }
    }

    /// Lays a package where npm would have it, and says its sum.
    private String cached(byte[] packed) throws Exception {
        byte[] sum = MessageDigest.getInstance("SHA-512").digest(packed);
        String hex = HexFormat.of().formatHex(sum);
        Path file =
                home().resolve(".npm/_cacache/content-v2/sha512")
                        .resolve(hex.substring(0, 2))
                        .resolve(hex.substring(2, 4))
                        .resolve(hex.substring(4));
        Files.createDirectories(file.getParent());
        Files.write(file, packed);
        return "sha512-" + Base64.getEncoder().encodeToString(sum);
    }

    private static byte[] tarball(Map<String, String> files) throws IOException {
        var bytes = new ByteArrayOutputStream();
        try (var zipped = new GZIPOutputStream(bytes)) {
            for (Map.Entry<String, String> each : files.entrySet()) {
                byte[] content = each.getValue().getBytes(StandardCharsets.UTF_8);
                var header = new byte[512];
                put(header, 0, each.getKey());
                put(header, 124, "%011o".formatted(content.length));
                header[156] = '0';
                put(header, 257, "ustar");
                zipped.write(header);
                zipped.write(content);
                zipped.write(new byte[(512 - content.length % 512) % 512]);
            }
            zipped.write(new byte[1024]);
        }
        return bytes.toByteArray();
    }

    private static void put(byte[] header, int at, String text) {
        byte[] bytes = text.getBytes(StandardCharsets.UTF_8);
        System.arraycopy(bytes, 0, header, at, bytes.length);
    }

    @Test
    @Tag("dependency-impact#AC-10")
    void around_a_commit_what_is_staged_counts() throws Exception {
        install("1.0", "package com.acme; public class Tool { public static void gone() {} }");
        install("2.0", "package com.acme; public class Tool {}");
        String use = "import com.acme.Tool;\nclass App { void a() { Tool.gone(); } }\n";
        shop.with("pom.xml", POM.formatted("1.0"))
                .with("src/App.java", "class App {}\n")
                .committed("start")
                .with("pom.xml", POM.formatted("2.0"))
                .with("src/App.java", use)
                .staged()
                .with("pom.xml", POM.formatted("1.0"))
                .with("src/App.java", "class App {}\n");

        assertThat(impact(EventKind.PRE_COMMIT).answer()).isEqualTo(BuiltInOutcome.Answer.OBJECTS);
        assertThat(impact(EventKind.PRE_COMMIT).text())
                .startsWith("com.acme:lib 1.0 -> 2.0: a major step, direct, in pom.xml\n")
                .contains("src/App.java:2: ");

        shop.git("reset", "-q", "--hard");
        shop.with("pom.xml", POM.formatted("2.0"))
                .with("src/App.java", use)
                .with("src/Other.java", use);

        assertThat(impact(EventKind.PRE_COMMIT).text())
                .isEqualTo("no dependency has another version");
        shop.git("add", "pom.xml");
        assertThat(impact(EventKind.PRE_COMMIT).text()).contains("nothing here imports it");
        shop.git("add", "src/Other.java");
        shop.git("rm", "-q", "--cached", "src/App.java");
        assertThat(impact(EventKind.PRE_COMMIT).text())
                .contains("src/Other.java:2: ")
                .doesNotContain("src/App.java");
        shop.committed("2.0 is taken");
        assertThat(impact(EventKind.PRE_COMMIT).text())
                .isEqualTo("no dependency has another version");
    }

    private void pom(String artifact, String version, String body) throws IOException {
        Path place = home().resolve(".m2/repository/com/acme").resolve(artifact).resolve(version);
        Files.createDirectories(place);
        Files.writeString(
                place.resolve(artifact + "-" + version + ".pom"),
                "<project><groupId>com.acme</groupId><artifactId>%s</artifactId><version>%s</version><packaging>pom</packaging>%s</project>"
                        .formatted(artifact, version, body));
    }

    private static String managing(String version) {
        return "<dependencyManagement><dependencies><dependency><groupId>com.acme</groupId><artifactId>lib</artifactId><version>%s</version></dependency></dependencies></dependencyManagement>"
                .formatted(version);
    }

    private static String importing(String version) {
        return "<dependencyManagement><dependencies><dependency><groupId>com.acme</groupId><artifactId>bom</artifactId><version>%s</version><type>pom</type><scope>import</scope></dependency></dependencies></dependencyManagement>"
                .formatted(version);
    }

    private static final String UNNAMED =
            "<dependencies><dependency><groupId>com.acme</groupId><artifactId>lib</artifactId></dependency></dependencies>";

    /// Two versions of a library of which the second lacks something that the project uses.
    private void usedLibrary() throws Exception {
        install("1.0", "package com.acme; public class Tool { public static void gone() {} }");
        install("2.0", "package com.acme; public class Tool {}");
        shop.with(
                "src/App.java", "import com.acme.Tool;\nclass App { void a() { Tool.gone(); } }\n");
    }

    @Test
    @Tag("dependency-impact#AC-11")
    void what_a_parent_manages_is_compared_when_the_parent_changes() throws Exception {
        usedLibrary();
        pom("base", "1", "<properties><lib>1.0</lib></properties>" + managing("${lib}"));
        pom("base", "2", "<properties><lib>2.0</lib></properties>" + managing("${lib}"));
        String child =
                "<project><parent><groupId>com.acme</groupId><artifactId>base</artifactId><version>%s</version></parent><artifactId>app</artifactId>%s%s</project>\n";
        shop.with("pom.xml", child.formatted("1", "", UNNAMED)).committed("start");
        shop.with("pom.xml", child.formatted("2", "", UNNAMED));

        assertThat(impact())
                .startsWith("com.acme:lib 1.0 -> 2.0: a major step, direct, in pom.xml\n")
                .contains("src/App.java:2: Tool.gone() is gone")
                .contains("com.acme:base 1 -> 2: a major step, direct, in pom.xml\n")
                .contains("  nothing public is gone, different or deprecated\n");

        shop.with(
                "pom.xml",
                child.formatted("2", "<properties><lib>1.0</lib></properties>", UNNAMED));
        assertThat(impact()).doesNotContain("com.acme:lib");
        shop.with("pom.xml", child.formatted("1", "", UNNAMED)).committed("back");
        assertThat(
                        shop.run(
                                        "dependency-impact",
                                        Map.of("dependency", "com.acme:base", "to", "2"))
                                .text())
                .startsWith("com.acme:lib 1.0 -> 2.0: a major step");
        assertThat(
                        shop.run(
                                        "dependency-impact",
                                        Map.of("dependency", "com.acme:lib", "to", "2.0"))
                                .text())
                .startsWith("com.acme:lib 1.0 -> 2.0: a major step");
    }

    @Test
    @Tag("dependency-impact#AC-11")
    void what_an_imported_list_manages_is_compared_when_the_list_changes() throws Exception {
        usedLibrary();
        pom("bom", "1", managing("1.0"));
        pom("inner", "5", managing("2.0"));
        pom("bom", "2", importing("5").replace("<artifactId>bom", "<artifactId>inner"));
        String module =
                "<project><parent><groupId>shop</groupId><artifactId>all</artifactId><version>1</version></parent><artifactId>m</artifactId>"
                        + UNNAMED
                        + "</project>\n";
        String all =
                "<project><groupId>shop</groupId><artifactId>all</artifactId><version>1</version><properties><bom>%s</bom></properties>"
                        + importing("${bom}")
                        + "</project>\n";
        shop.with("pom.xml", all.formatted("1")).with("m/pom.xml", module).committed("start");
        shop.with("pom.xml", all.formatted("2"));

        assertThat(impact())
                .startsWith("com.acme:lib 1.0 -> 2.0: a major step, direct, in m/pom.xml\n")
                .contains("src/App.java:2: Tool.gone() is gone");
        assertThat(
                        shop.on(
                                        "dependency-impact",
                                        EventKind.DEPENDENCY_UPDATED,
                                        new Subject.Dependencies(
                                                List.of(
                                                        new Subject.Dependency(
                                                                "maven",
                                                                "com.acme:bom",
                                                                "1",
                                                                "2",
                                                                "pom.xml"))),
                                        Map.of())
                                .text())
                .startsWith("com.acme:lib 1.0 -> 2.0: a major step, direct, in m/pom.xml\n");
    }

    @Test
    @Tag("dependency-impact#AC-11")
    void parents_that_lead_in_circles_or_nowhere_end_in_an_answer() throws Exception {
        usedLibrary();
        String circle =
                "<parent><groupId>com.acme</groupId><artifactId>a</artifactId><version>1</version></parent>";
        pom("a", "1", circle + importing("1").replace("<artifactId>bom", "<artifactId>a"));
        pom("a", "2", "<!DOCTYPE x [<!ENTITY y SYSTEM 'file:///etc/passwd'>]>");
        String child =
                "<project><parent><groupId>com.acme</groupId><artifactId>a</artifactId><version>%s</version></parent><artifactId>app</artifactId>"
                        + UNNAMED
                        + "</project>\n";
        shop.with("pom.xml", child.formatted("1")).committed("start");
        for (String version : List.of("2", "3", "../../../etc", "${nowhere}")) {
            shop.with("pom.xml", child.formatted(version));
            assertThat(impact()).startsWith("com.acme:a 1 -> ");
        }
    }

    @Test
    @Tag("dependency-impact#AC-12")
    void a_manifest_in_the_middle_of_a_merge_is_not_taken_for_one_without_changes()
            throws Exception {
        shop.with("pom.xml", POM.formatted("1.0")).committed("start");
        shop.with("pom.xml", "<<<<<<< HEAD\n" + POM.formatted("1.1") + "=======\n>>>>>>> s\n");
        String said =
                "pom.xml cannot be read: mend it, or end the merge that it is in the middle of";

        assertThat(impact()).isEqualTo(said);
        assertThat(shop.run("dependency-impact", Map.of("require", "true")))
                .isEqualTo(BuiltInOutcome.failed(said));
    }

    private BuiltInOutcome impact(EventKind kind) throws InterruptedException {
        return shop.on(
                "dependency-impact",
                kind,
                new Subject.Commit(List.of("pom.xml"), Optional.empty(), ""),
                Map.of("require", "true"));
    }

    @Test
    @Tag("hook-models#AC-9")
    void a_model_says_it_in_short_and_the_report_stays() throws Exception {
        javaProject();
        String plain = impact();
        shop.models()
                .proposing("impact", "summary", "Everything breaks in Till.pay, at 77 places.")
                .proposing(
                        "impact",
                        "summary",
                        "Tool.gone of a text is not there any more: the calls have to pass a number.");

        String worded = shop.run("dependency-impact", Map.of("model", "true")).text();

        assertThat(worded)
                .isEqualTo(
                        "In short: Tool.gone of a text is not there any more: the calls have to pass a number.\n\n"
                                + plain
                                + "\n\nby scripted");
        assertThat(shop.models().told()).contains("77").contains("stands nowhere in the report");
        JsonNode json =
                JsonMapper.shared()
                        .readTree(
                                shop.run(
                                                "dependency-impact",
                                                Map.of("model", "true", "form", "json"))
                                        .text());
        assertThat(json.path("summary").asString()).startsWith("Tool.gone of a text");
        assertThat(json.path("model").asString()).isEqualTo("by scripted");
    }
}
