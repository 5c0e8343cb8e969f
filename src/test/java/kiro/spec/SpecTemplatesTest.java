package kiro.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import kiro.finding.Finding;
import kiro.finding.Severity;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SpecTemplatesTest {
    private static final SpecName NAME = new SpecName("user-profile");

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;
    private SpecTemplates templates;

    @BeforeEach
    void makeWorkspace() {
        workspace = TemporaryWorkspace.in(folder);
        templates = new SpecTemplates(workspace.workspace());
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rest-api-endpoint",
                "rest-api",
                "background-job",
                "database-migration",
                "infrastructure-change",
                "bug-fix",
                "integration"
            })
    @Tag("spec-commands#AC-3")
    void a_built_in_template_makes_a_spec_of_which_only_the_blanks_are_to_be_filled_in(
            String name) {
        SpecTemplate template = whole(templates.find(name));
        String text = template.filled(NAME, "User profile");

        assertThat(template.description()).isNotBlank();
        SpecReading reading =
                SpecReader.read(
                        NAME, WorkspacePath.of("a.md"), text.getBytes(StandardCharsets.UTF_8));
        assertThat(reading).isInstanceOf(SpecReading.Whole.class);
        Spec spec = ((SpecReading.Whole) reading).spec();
        assertThat(spec.title()).isEqualTo("User profile");
        assertThat(spec.criteria()).hasSizeGreaterThan(3).allMatch(c -> c.hasCheckbox());
        for (SectionKind kind : SectionKind.values()) {
            assertThat(spec.section(kind)).as(kind.title()).isPresent();
        }
        assertThat(SpecRules.check(spec))
                .isNotEmpty()
                .allMatch(finding -> finding.rule().value().equals("spec/placeholder"));
        assertThat(withoutBlanks(spec)).noneMatch(finding -> finding.severity() == Severity.ERROR);
        assertThat(text.lines()).allMatch(line -> line.length() <= 120);
    }

    @Test
    @Tag("spec-commands#AC-3")
    void a_teams_own_template_wins() {
        workspace
                .with(
                        ".kiro/templates/bug-fix.md",
                        "---\r\ndescription: ours\r\n---\r\n# {{ title }}\r\n{{name}}")
                .with(".kiro/templates/rest-api.md", "# Ours")
                .with(".kiro/templates/README.md", "no template");

        assertThat(whole(templates.find("bug-fix.md")))
                .isEqualTo(
                        new SpecTemplate(
                                "bug-fix",
                                "ours",
                                ".kiro/templates/bug-fix.md",
                                "# {{ title }}\r\n{{name}}"));
        assertThat(whole(templates.find("bug-fix")).filled(NAME, "A $1 \\ title"))
                .isEqualTo("# A $1 \\ title\r\nuser-profile");
        assertThat(whole(templates.find("rest-api")).origin())
                .isEqualTo(".kiro/templates/rest-api.md");
        assertThat(templates.names())
                .containsExactly(
                        "background-job",
                        "bug-fix",
                        "database-migration",
                        "infrastructure-change",
                        "integration",
                        "rest-api",
                        "rest-api-endpoint");
    }

    @Test
    @Tag("spec-commands#AC-3")
    void a_template_that_is_not_there_is_answered_with_its_likes_and_all_of_them() {
        assertThat(findings(templates.find("bugfix")))
                .containsExactly(
                        ".kiro/templates/bugfix.md:1:1 spec/no-template there is no template 'bugfix':"
                                + " did you mean bug-fix? there are background-job, bug-fix,"
                                + " database-migration, infrastructure-change, integration,"
                                + " rest-api-endpoint");
        assertThat(findings(templates.find("../../etc/passwd"))).hasSize(1);
    }

    @Test
    @Tag("spec-commands#AC-3")
    void a_template_that_is_no_text_is_a_finding() {
        workspace.with(".kiro/templates/odd.md", new byte[] {'a', (byte) 0xFF});

        assertThat(findings(templates.find("odd")))
                .containsExactly(
                        ".kiro/templates/odd.md:1:2 spec/not-utf-8 the file is not UTF-8 text: byte"
                                + " 0xFF: save the file as UTF-8");
    }

    private static List<Finding> withoutBlanks(Spec spec) {
        String filled = spec.document().text().replaceAll("\\{\\{[^{}]*\\}\\}", "something");
        return SpecRules.check(SpecReaderTest.whole(filled));
    }

    private static SpecTemplate whole(TemplateReading reading) {
        return switch (reading) {
            case TemplateReading.Whole whole -> whole.template();
            case TemplateReading.Broken broken -> throw new AssertionError(broken.findings());
        };
    }

    private static List<String> findings(TemplateReading reading) {
        return switch (reading) {
            case TemplateReading.Whole whole -> throw new AssertionError(whole.template());
            case TemplateReading.Broken broken ->
                    broken.findings().stream().map(Finding::toString).toList();
        };
    }
}
