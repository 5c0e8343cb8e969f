package kiro.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
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
    @Tag("spec-templates#AC-1")
    void a_built_in_template_makes_a_spec_of_which_only_the_blanks_are_to_be_filled_in(
            String name) {
        SpecTemplate template = whole(templates.find(name));
        String text = template.filled(NAME, "User profile", Map.of());

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
        assertThat(text.lines()).allMatch(line -> line.length() <= 150);
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
                                new TemplateHead("ours", List.of(), Optional.empty(), List.of()),
                                ".kiro/templates/bug-fix.md",
                                Optional.of("# {{ title }}\r\n{{name}}"),
                                new LinkedHashMap<>()));
        assertThat(whole(templates.find("bug-fix")).filled(NAME, "A $1 \\ title", Map.of()))
                .isEqualTo("---\r\ntemplate: bug-fix\r\n---\r\n# A $1 \\ title\r\nuser-profile");
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
    @Tag("spec-templates#AC-5")
    void a_head_that_is_nested_without_end_is_a_finding() {
        workspace.with(
                ".kiro/templates/deep.md", "---\na: " + "[".repeat(100_000) + "\n---\n# A\n");

        assertThat(findings(templates.find("deep")))
                .singleElement()
                .asString()
                .startsWith(
                        ".kiro/templates/deep.md:2:103 spec/bad-template the front matter is no YAML: nested too deep");
    }

    @Test
    @Tag("spec-commands#AC-3")
    void a_template_that_is_not_there_is_answered_with_its_likes_and_all_of_them() {
        assertThat(findings(templates.find("bugfixx")))
                .containsExactly(
                        ".kiro/templates/bugfixx.md:1:1 spec/no-template there is no template 'bugfixx':"
                                + " did you mean bugfix or bug or bug-fix? there are background-job, bug-fix,"
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

    @Test
    @Tag("spec-templates#AC-2")
    void values_stand_where_the_template_names_their_parameters_and_choose_its_blocks() {
        SpecTemplate template = whole(templates.find("rest-api"));

        String put =
                template.filled(
                        NAME,
                        "User profile",
                        Map.of(
                                "method", "PUT",
                                "path", "/users/{id}/profile",
                                "resource", "profile",
                                "limit", "10"));
        String get =
                template.filled(
                        NAME,
                        "Health",
                        Map.of(
                                "method", "GET",
                                "path", "/health",
                                "auth", "none",
                                "limit", "none"));

        assertThat(criteria(put))
                .containsExactly(
                        "- [ ] AC-1: PUT /users/{id}/profile returns 200 and the updated profile when the body is valid",
                        "- [ ] AC-2: PUT /users/{id}/profile returns 422 and names each invalid field when fields are invalid",
                        "- [ ] AC-3: PUT /users/{id}/profile returns 400 when the body is not JSON",
                        "- [ ] AC-4: PUT /users/{id}/profile returns 404 when the profile does not exist",
                        "- [ ] AC-5: PUT /users/{id}/profile returns 403 when the profile belongs to another user",
                        "- [ ] AC-6: PUT /users/{id}/profile returns 401 when the request has no valid bearer token",
                        "- [ ] AC-7: PUT /users/{id}/profile returns 429 with a Retry-After header when the user is over the limit",
                        "- [ ] AC-8: A user over the limit does not keep another user from being answered");
        assertThat(put)
                .startsWith("---\ntemplate: rest-api-endpoint\n---\n# User profile\n")
                .contains("\n- Endpoint: `PUT /users/{id}/profile`\n")
                .contains("\n- Rate limit: 10 requests per minute per user\n");
        assertThat(criteria(get))
                .containsExactly(
                        "- [ ] AC-1: GET /health returns 200 and the resource when the request is valid");
        assertThat(get).contains("- Authentication: none").doesNotContain("Rate limit");
    }

    @Test
    @Tag("spec-templates#AC-2")
    void a_parameter_without_a_value_is_left_to_a_person_where_it_can_be_seen() {
        String text = whole(templates.find("rest-api")).filled(NAME, "User profile", Map.of());

        assertThat(text)
                .contains(
                        "\n- Endpoint: {{METHOD, such as PUT}} {{/path, its parameters in braces}}\n")
                .doesNotContain("{{method}}")
                .doesNotContain("#if")
                .doesNotContain("#end");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "metod=PUT | the template has no parameter 'metod': did you mean method? it has method, path, resource, auth, limit",
                "colour=red | the template has no parameter 'colour': it has method, path, resource, auth, limit",
                "method=put | 'put' cannot be the value of 'method': METHOD, such as PUT; it has the form GET|POST|PUT|PATCH|DELETE",
                "method | 'method' sets nothing: write --set NAME=VALUE",
                "path= | '' cannot be the value of 'path': /path, its parameters in braces; it has the form /\\S*"
            })
    @Tag("spec-templates#AC-3")
    void a_setting_that_cannot_be_used_is_a_finding_with_the_next_move(String line) {
        String[] parts = line.split(" \\| ", 2);
        assertThat(
                        ((TemplateValues.Broken)
                                        TemplateValues.of(
                                                whole(templates.find("rest-api")),
                                                List.of(parts[0])))
                                .findings())
                .singleElement()
                .hasToString("template rest-api-endpoint:1:1 spec/bad-parameter " + parts[1]);
    }

    @Test
    @Tag("spec-templates#AC-3")
    void a_parameter_that_must_have_a_value_is_asked_for_by_name() {
        workspace.with(
                ".kiro/templates/ours.md",
                """
                ---
                parameters:
                  team:
                    description: whose it is
                    required: true
                  phase:
                    default: alpha
                    required: true
                ---
                # {{title}} of {{team}} in {{phase}}
                """);
        SpecTemplate template = whole(templates.find("ours"));

        assertThat(TemplateValues.missing(template, Map.of()))
                .singleElement()
                .hasToString(
                        "template ours:1:1 spec/bad-parameter the template needs 'team': whose it is:"
                                + " add --set team=VALUE");
        assertThat(TemplateValues.missing(template, Map.of("team", "core"))).isEmpty();
        assertThat(template.filled(NAME, "It", Map.of("team", "core")))
                .endsWith("# It of core in alpha\n");
    }

    @Test
    @Tag("spec-templates#AC-5")
    void what_a_template_says_wrongly_about_itself_is_a_finding_with_its_line() {
        workspace
                .with(
                        ".kiro/templates/odd.md",
                        """
                        ---
                        descripton: ours
                        aliases: [a b]
                        kind: rest
                        parameters:
                          title: {}
                          team:
                            descr: whose
                            pattern: "["
                          size:
                            default: ten
                            pattern: \\d+
                        ---
                        {{#if tem=x}}
                        # {{title}}
                        {{#end}}
                        {{#end}}
                        {{#if team is x}}
                        """)
                .with(".kiro/templates/yaml.md", "---\nparameters: [\n---\n# A\n");

        assertThat(findings(templates.find("odd")))
                .containsExactly(
                        ".kiro/templates/odd.md:2:1 spec/bad-template 'descripton' is not read in a template: did you mean description?",
                        ".kiro/templates/odd.md:3:11 spec/bad-template 'a b' cannot be another name of a template: use letters, digits, '-', '_' and '.'",
                        ".kiro/templates/odd.md:4:7 spec/bad-template 'rest' is no kind of spec: write one of background-job, bug-fix, database-migration, infrastructure-change, integration, rest-api-endpoint",
                        ".kiro/templates/odd.md:6:3 spec/bad-template 'title' cannot be the name of a parameter: use letters, digits, '-' and '_', and neither of n, name, title",
                        ".kiro/templates/odd.md:8:5 spec/bad-template 'descr' is not read in a template: did you mean description?",
                        ".kiro/templates/odd.md:9:14 spec/bad-template the pattern is no regular expression: Unclosed character class: mend it, for instance GET|PUT",
                        ".kiro/templates/odd.md:10:3 spec/bad-template the default of 'size' is not of the form that its values have: mend the default or the pattern",
                        ".kiro/templates/odd.md:14:1 spec/bad-template the template has no parameter 'tem': did you mean team?",
                        ".kiro/templates/odd.md:17:1 spec/bad-template no {{#if ...}} is open here: delete the line",
                        ".kiro/templates/odd.md:18:1 spec/bad-template 'team is x' is no condition: write PARAMETER=VALUE, PARAMETER!=VALUE or PARAMETER~PART",
                        ".kiro/templates/odd.md:18:1 spec/bad-template the block that begins here is never closed: write a line {{#end}} below it");
        assertThat(findings(templates.find("yaml")))
                .singleElement()
                .asString()
                .startsWith(".kiro/templates/yaml.md:")
                .contains("the front matter is no YAML");
    }

    @Test
    @Tag("spec-templates#AC-4")
    void a_teams_template_has_other_names_and_the_form_of_a_folder() {
        workspace
                .with(
                        ".kiro/templates/endpoint-v2.md",
                        "---\naliases: [rest-api, v2]\nkind: rest-api-endpoint\n---\n# {{title}}\n")
                .with(".kiro/templates/flow/requirements.md", "---\nx: y\n---\n# R {{title}}\n")
                .with(".kiro/templates/flow/tasks.md", "# T {{name}}\n")
                .with(".kiro/templates/flow/notes.md", "# N\n")
                .with(".kiro/templates/pictures/a.png", "no template");

        assertThat(whole(templates.find("rest-api")).name()).isEqualTo("endpoint-v2");
        assertThat(whole(templates.find("v2")).filled(NAME, "It", Map.of()))
                .isEqualTo("---\ntemplate: endpoint-v2\nkind: rest-api-endpoint\n---\n# It\n");
        SpecTemplate flow = whole(templates.find("flow"));
        assertThat(flow.has(SpecForm.FILE)).isFalse();
        assertThat(flow.filledFiles(NAME, "It", Map.of()))
                .isEqualTo(Map.of("requirements.md", "# R It\n", "tasks.md", "# T user-profile\n"));
        assertThat(templates.names()).contains("endpoint-v2", "flow").doesNotContain("pictures");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "rest-api-endpoint",
                "background-job",
                "database-migration",
                "infrastructure-change",
                "bug-fix",
                "integration"
            })
    @Tag("spec-templates#AC-4")
    void every_built_in_template_has_the_form_of_a_folder_whose_references_resolve(String name) {
        var files = whole(templates.find(name)).filledFiles(NAME, "User profile", Map.of());

        assertThat(files).hasSize(3).containsKeys("design.md", "tasks.md");
        String requirements = files.firstEntry().getValue();
        var numbers = new java.util.HashSet<String>();
        String requirement = "";
        for (String line : requirements.lines().toList()) {
            assertThat(line).doesNotContain("{{n}}").doesNotContain("#if");
            if (line.startsWith("### Requirement ")) {
                requirement = line.substring(16, 17);
            } else if (line.matches("\\d\\. .*")) {
                numbers.add(requirement + "." + line.charAt(0));
            } else if (line.matches("\\d\\.\\d .*")) {
                numbers.add(line.substring(0, 3));
            }
        }
        String rest = files.get("design.md") + files.get("tasks.md");
        var cited =
                java.util.regex.Pattern.compile("\\d\\.\\d")
                        .matcher(
                                rest.lines()
                                        .filter(line -> line.contains("Requirements:"))
                                        .reduce("", (a, b) -> a + " " + b))
                        .results()
                        .map(found -> found.group())
                        .toList();
        assertThat(cited).isNotEmpty().allMatch(numbers::contains);
    }

    private static List<String> criteria(String text) {
        return text.lines().filter(line -> line.startsWith("- [ ]")).toList();
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
