package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SteeringInitTest {
    @TempDir Path folder;
    private TemporaryWorkspace files;
    private Kiro kiro;

    @BeforeEach
    void makeProject() throws Exception {
        files =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("project")))
                        .with(".kiro/specs/.keep", "")
                        .with(
                                "package.json",
                                "{\n  \"devDependencies\": {\n    \"vitest\": \"^3.0.0\"\n  }\n}\n")
                        .with(".prettierrc", "{}\n")
                        .with("LICENSE", "MIT License\n\nCopyright\n")
                        .with("src/a.ts", "export const a = (x: any) => x;\n")
                        .with("src/b.ts", "import { a } from './a';\nconsole.log(a(1));\n")
                        .with("src/a.test.ts", "test('a', () => {});\n")
                        .committed();
        kiro = Kiro.in(folder.resolve("project"));
    }

    @Test
    @Tag("steering-commands#AC-11")
    void starters_say_what_the_project_shows_and_where_it_was_seen() {
        Kiro.Result init = kiro.run("steering", "init");

        assertThat(init.code()).isZero();
        assertThat(files.read(".kiro/steering/code-style.md"))
                .contains(
                        "- Prettier formats the code, as `.prettierrc` says. <!-- seen: .prettierrc -->",
                        "- Use `let` or `const`, never `var`. <!-- seen: nothing against it in 3 files of TypeScript -->")
                .doesNotContain("console.log", "`any`", "System.out");
        assertThat(files.read(".kiro/steering/testing.md"))
                .contains(
                        "- Tests are written with Vitest, as `package.json` says. <!-- seen: package.json:3 -->");
        assertThat(files.read(".kiro/steering/documentation.md"))
                .contains("the MIT License, as `LICENSE` says. <!-- seen: LICENSE:1 -->");
        assertThat(files.has(".kiro/steering/aws.md")).isFalse();
        assertThat(init.out())
                .contains(
                        "nothing was seen for aws",
                        "code-style: Never use `console.log`. (src/b.ts:2)",
                        "code-style: No `any`. (src/a.ts:1)");
    }

    @Test
    @Tag("steering-commands#AC-11")
    void the_rules_that_are_written_are_enforced_and_hold() {
        Kiro.Result init = kiro.run("steering", "init");

        assertThat(init.out()).contains(".kiro/steering/code-style.md written: ");
        assertThat(kiro.run("steering", "check", "--all"))
                .matches(result -> result.code() == 0)
                .extracting(Kiro.Result::out)
                .asString()
                .contains("rules checked: 0 violations");
        assertThat(kiro.run("steering", "show", "code-style").out())
                .contains("Use `let` or `const`, never `var`.\n        ENFORCED");
    }

    @Test
    @Tag("steering-commands#AC-11")
    void a_file_that_is_there_is_never_written_over() {
        files.with(".kiro/steering/code-style.md", "- Ours.\n");

        assertThat(kiro.run("steering", "init").out())
                .contains(".kiro/steering/code-style.md is there, and left as it is");
        assertThat(files.read(".kiro/steering/code-style.md")).isEqualTo("- Ours.\n");
        String first = files.read(".kiro/steering/testing.md");
        kiro.run("steering", "init");
        assertThat(files.read(".kiro/steering/testing.md")).isEqualTo(first);
    }
}
