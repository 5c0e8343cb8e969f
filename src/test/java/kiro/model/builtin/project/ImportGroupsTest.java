package kiro.model.builtin.project;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import kiro.code.JavaFile;
import kiro.code.JavaReader;
import kiro.code.JavaReading;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

class ImportGroupsTest {
    private static final String NEW =
            """
            package org.acme.b;

            import jakarta.validation.Valid;
            import java.util.List;
            import org.acme.a.Thing;
            import org.springframework.http.HttpStatus;
            import tools.jackson.Json;

            class C {}
            """;

    private static List<JavaFile> files(String... imports) {
        return Arrays.stream(imports)
                .map(text -> "package org.acme.a;\n\n" + text + "\n\nclass A {}\n")
                .map(text ->
                        ((JavaReading.Whole) JavaReader.ofRuntime().read("A.java", text)).file())
                .toList();
    }

    @Test
    @Tag("builtin-engine#AC-5")
    void new_classes_have_their_imports_in_the_groups_of_the_project() {
        List<JavaFile> files =
                files(
                        "import java.util.Map;\n\nimport jakarta.validation.Valid;\n\nimport org.springframework.web.Rest;\n\nimport org.acme.b.B;",
                        "import java.util.Map;\n\nimport org.acme.b.B;");

        assertThat(ImportGroups.of(files).apply(NEW))
                .isEqualTo(
                        """
                        package org.acme.b;

                        import java.util.List;

                        import jakarta.validation.Valid;

                        import org.springframework.http.HttpStatus;

                        import org.acme.a.Thing;

                        import tools.jackson.Json;

                        class C {}
                        """);
    }

    @Test
    @Tag("builtin-engine#AC-5")
    void where_the_project_writes_them_in_one_run_they_stay_so() {
        List<JavaFile> files = files("import java.util.Map;\nimport org.acme.b.B;");

        assertThat(ImportGroups.of(files).apply(NEW)).isEqualTo(NEW);
    }
}
