package kiro.persona;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.Workspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SkillStoreTest {
    private static final String SKILL =
            "---\nname: deploy\ndescription: How we deploy\n---\n# Deploy\n\nRun it.\n";

    @TempDir private Path folder;
    private TemporaryWorkspace files;

    @BeforeEach
    void open() {
        files = TemporaryWorkspace.in(folder).with("project/.kiro/config.yaml", "");
    }

    private SkillStore.Reading read() {
        Path root = files.root();
        return SkillStore.of(Map.of(), root.resolve("home"), new Workspace(root.resolve("project")))
                .read();
    }

    private static List<String> lines(SkillStore.Reading reading) {
        return reading.findings().stream().map(finding -> finding.toString()).toList();
    }

    @Test
    @Tag("skills#AC-1")
    void skills_of_project_and_person_are_known_by_their_folders() {
        files.with("project/.kiro/skills/deploy/SKILL.md", SKILL)
                .with("project/.kiro/skills/deploy/references/SKILL.md", "no skill")
                .with("home/.kiro/skills/deploy/SKILL.md", SKILL.replace("we", "I"))
                .with(
                        "home/.kiro/skills/write-well/SKILL.md",
                        "---\nname: write-well\ndescription: >\n  Words\n  that last\nlicense: MIT\n---\nw\n");

        SkillStore.Reading reading = read();

        assertThat(reading.skills())
                .extracting(Skill::name, Skill::description, Skill::folder)
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple(
                                "deploy", "How we deploy", ".kiro/skills/deploy"),
                        org.assertj.core.groups.Tuple.tuple(
                                "write-well", "Words that last", "~/.kiro/skills/write-well"));
        assertThat(lines(reading))
                .containsExactly(
                        "~/.kiro/skills/deploy/SKILL.md:1:1 skills/twice the skill 'deploy' is in .kiro/skills/deploy"
                                + " too, which counts: rename one of them");
    }

    @Test
    @Tag("skills#AC-3")
    void the_advice_and_the_files_beside_it_are_shown() {
        files.with("project/.kiro/skills/deploy/SKILL.md", SKILL)
                .with("project/.kiro/skills/deploy/scripts/run.sh", "echo hi\n")
                .with("project/.kiro/skills/deploy/.hidden", "x")
                .with("project/.kiro/skills/deploy/.env", "TOKEN=1");
        Skill skill = read().find("deploy").orElseThrow();

        assertThat(skill.body()).isEqualTo(new Skill.Reading.Text("# Deploy\n\nRun it."));
        assertThat(skill.files()).containsExactly("scripts/run.sh");
        assertThat(skill.file("scripts/run.sh")).isEqualTo(new Skill.Reading.Text("echo hi\n"));
    }

    @Test
    @Tag("skills#AC-4")
    void nothing_leads_out_of_a_skills_folder() throws IOException {
        files.with("project/.kiro/skills/deploy/SKILL.md", SKILL)
                .with("project/.kiro/skills/deploy/.env", "TOKEN=1")
                .with("project/other.md", "other")
                .with("outside.md", "outside");
        Path own = files.root().resolve("project/.kiro/skills/deploy");
        Files.createSymbolicLink(own.resolve("out.md"), files.root().resolve("outside.md"));
        Files.createSymbolicLink(own.resolve("in.md"), files.root().resolve("project/other.md"));
        Files.createSymbolicLink(own.resolve("deep"), files.root());
        Skill skill = read().find("deploy").orElseThrow();

        for (String file :
                List.of(
                        "../../../other.md",
                        "/etc/hostname",
                        files.root() + "/outside.md",
                        "out.md",
                        "in.md",
                        "deep/outside.md",
                        ".env",
                        "",
                        ".",
                        "scripts",
                        "a\0b")) {
            assertThat(skill.file(file)).as(file).isInstanceOf(Skill.Reading.Refused.class);
        }
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "deploy | `# Deploy` | skills/front-matter there is no front matter with name and description",
                "deploy | `---\nname: deploy\n` | skills/front-matter the front matter is never closed",
                "deploy | `---\nname: deploy\n---\nx` | skills/no-description nobody can tell when the skill is of use",
                "deploy | `---\nname: a: b\n---\nx` | skills/broken not YAML",
                "deploy | `---\ndescription: [a\n---\nx` | skills/broken not YAML",
                "deploy | `---\ndescription: [a]\n---\nx` | skills/wrong-value 'description' holds a list where a text belongs",
                "de ploy | `---\ndescription: a\n---\nx` | skills/wrong-name the folder's name is no name of a skill",
            })
    @Tag("skills#AC-5")
    void what_cannot_be_used_is_an_error(String name, String text, String error) {
        files.with("project/.kiro/skills/" + name + "/SKILL.md", text);

        SkillStore.Reading reading = read();

        assertThat(reading.skills()).isEmpty();
        assertThat(lines(reading)).anyMatch(line -> line.contains(error));
    }

    @Test
    @Tag("skills#AC-5")
    void what_is_large_no_text_or_too_many_is_named() {
        files.with("project/.kiro/skills/binary/SKILL.md", new byte[] {0, 1})
                .with("project/.kiro/skills/large/SKILL.md", SKILL + "x".repeat(300_000));
        IntStream.range(0, 101)
                .forEach(i ->
                        files.with(
                                "home/.kiro/skills/s%03d/SKILL.md".formatted(i),
                                "---\ndescription: d\n---\nx\n"));

        SkillStore.Reading reading = read();

        assertThat(reading.skills()).hasSize(100);
        assertThat(lines(reading))
                .anyMatch(line ->
                        line.startsWith(".kiro/skills/binary/SKILL.md:1:1 skills/unreadable"))
                .anyMatch(line ->
                        line.startsWith(".kiro/skills/large/SKILL.md:1:1 skills/unreadable"))
                .anyMatch(line ->
                        line.startsWith("~/.kiro/skills/s100/SKILL.md:1:1 skills/too-many"));
    }

    @Test
    @Tag("skills#AC-7")
    void an_agent_knows_the_skills_that_it_names() {
        files.with("project/.kiro/skills/deploy/SKILL.md", SKILL)
                .with("home/.kiro/skills/test/SKILL.md", "---\ndescription: d\n---\nx\n");
        SkillStore.Reading reading = read();

        assertThat(reading.of(naming())).hasSize(2);
        assertThat(reading.of(naming(".kiro/skills/*/SKILL.md")))
                .extracting(Skill::name)
                .containsExactly("deploy");
        assertThat(reading.of(naming("~/.kiro/skills/**/SKILL.md")))
                .extracting(Skill::name)
                .containsExactly("test");
        assertThat(reading.of(naming(".kiro/skills/none/SKILL.md"))).isEmpty();
    }

    private static Persona naming(String... skills) {
        return new Persona(
                new Persona.Source("dev", Optional.empty(), "dev.json", true),
                "",
                "p",
                Optional.empty(),
                new Persona.Abilities(ToolPatterns.ALL, Restraint.NONE),
                new Persona.Resources(List.of(), List.of(skills)),
                List.of());
    }
}
