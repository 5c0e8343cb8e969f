package kiro.code;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class JavaEditorTest {
    private final JavaReader reader = JavaReader.ofRuntime();
    private final JavaEditor editor = new JavaEditor(reader);

    private JavaFile file(String text) {
        return ((JavaReading.Whole) reader.read("src/Thing.java", text)).file();
    }

    @Test
    @Tag("builtin-engine#AC-11")
    void an_import_goes_to_its_place_in_the_order() {
        String text =
                """
                package a;

                import b.C;
                import b.E;

                class Thing {}
                """;

        assertThat(editor.withImport(file(text), "b.D").text())
                .isEqualTo(text.replace("import b.E;", "import b.D;\nimport b.E;"));
        assertThat(editor.withImport(file(text), "b.F").text())
                .isEqualTo(text.replace("import b.E;", "import b.E;\nimport b.F;"));
    }

    @Test
    void an_import_joins_the_group_that_it_resembles() {
        String text =
                """
                package a;

                import org.spring.A;

                import java.util.List;

                class Thing {}
                """;

        assertThat(editor.withImport(file(text), "java.util.Map").text())
                .isEqualTo(text.replace("util.List;", "util.List;\nimport java.util.Map;"));
        assertThat(editor.withImport(file(text), "org.spring.B").text())
                .isEqualTo(text.replace("spring.A;", "spring.A;\nimport org.spring.B;"));
    }

    @Test
    void what_is_visible_already_is_not_imported() {
        String text = "package a;\n\nimport b.*;\n\nclass Thing {}\n";

        assertThat(editor.withImport(file(text), "b.C").text()).isEqualTo(text);
        assertThat(editor.withImport(file(text), "a.Other").text()).isEqualTo(text);
        assertThat(editor.withImport(file(text), "java.lang.String").text()).isEqualTo(text);
    }

    @Test
    void the_first_import_stands_below_the_package() {
        assertThat(editor.withImport(file("package a;\n\nclass Thing {}\n"), "b.C").text())
                .isEqualTo("package a;\n\nimport b.C;\n\nclass Thing {}\n");
    }

    @Test
    void windows_line_ends_stay() {
        assertThat(
                        editor.withImport(
                                        file(
                                                "package a;\r\n\r\nimport b.C;\r\n\r\nclass Thing {}\r\n"),
                                        "b.D")
                                .text())
                .isEqualTo(
                        "package a;\r\n\r\nimport b.C;\r\nimport b.D;\r\n\r\nclass Thing {}\r\n");
    }

    @Test
    @Tag("builtin-engine#AC-11")
    void a_member_stands_behind_another_or_at_the_end() {
        JavaFile file = file("class Thing {\n    void a() {}\n\n    void z() {}\n}\n");
        JavaType type = file.mainType().orElseThrow();
        int end = type.method("a").orElseThrow().range().end();

        assertThat(editor.withMember(file, type, Optional.of(end), "    void b() {}").text())
                .isEqualTo(
                        "class Thing {\n    void a() {}\n\n    void b() {}\n\n    void z() {}\n}\n");
        assertThat(editor.withMember(file, type, Optional.empty(), "    void b() {}").text())
                .isEqualTo(
                        "class Thing {\n    void a() {}\n\n    void z() {}\n\n    void b() {}\n}\n");
    }

    @Test
    void a_member_opens_an_empty_body() {
        JavaFile file = file("interface Thing {}\n");

        assertThat(
                        editor.withMember(
                                        file,
                                        file.mainType().orElseThrow(),
                                        Optional.empty(),
                                        "    void b();")
                                .text())
                .isEqualTo("interface Thing {\n    void b();\n}\n");
    }
}
