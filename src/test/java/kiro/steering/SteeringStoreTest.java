package kiro.steering;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import kiro.finding.Finding;
import kiro.testing.TemporaryWorkspace;
import kiro.workspace.WorkspacePath;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SteeringStoreTest {
    @TempDir private Path folder;
    @TempDir private Path elsewhere;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void makeWorkspace() {
        workspace = TemporaryWorkspace.in(folder);
    }

    @Test
    @Tag("steering-files#AC-1")
    void a_project_without_steering_has_none() {
        assertThat(read()).isEqualTo(new SteeringStore.Reading(List.of(), List.of()));
    }

    @Test
    @Tag("steering-files#AC-1")
    void files_are_read_by_path_with_agents_md() {
        workspace
                .with(".kiro/steering/z.md", "---\nowner: team\nreview: monthly\n---\nz\r\n")
                .with(".kiro/steering/deep/er/a.md", "a")
                .with(".kiro/steering/.hidden.md", "no")
                .with(".kiro/steering/notes.txt", "no")
                .with("AGENTS.md", "---\ninclusion: manual\n---\n# Agents\n");

        assertThat(read())
                .isEqualTo(
                        new SteeringStore.Reading(
                                List.of(
                                        always(".kiro/steering/deep/er/a.md", "a", "a"),
                                        new SteeringFile(
                                                new SteeringPlace.Project(),
                                                WorkspacePath.of(".kiro/steering/z.md"),
                                                "z",
                                                new Inclusion.Always(),
                                                new Keeping(
                                                        Optional.of("team"),
                                                        Optional.of("monthly"),
                                                        Optional.empty()),
                                                "z\r\n",
                                                4),
                                        always("AGENTS.md", "AGENTS", "# Agents\n")),
                                List.of()));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    # front matter                                              | inclusion
                    "owner: me"                                                 | Always[]
                    "inclusion: always"                                         | Always[]
                    "inclusion: manual"                                         | Manual[]
                    "inclusion: fileMatch\\nfileMatchPattern: '**/*.ts'"        | FileMatch[globs=[**/*.ts]]
                    "inclusion: filematch\\nfileMatchPattern: [a/*.ts, b.md]"   | FileMatch[globs=[a/*.ts, b.md]]
                    "inclusion: auto\\ndescription: when it matters"            | Auto[description=when it matters]
                    "inclusion: always\\nnested: {a: [b, {c: d}]}"              | Always[]
                    "inclusion: always # remark"                                | Always[]
                    ""                                                          | Always[]
                    "# nothing"                                                 | Always[]
                    """)
    @Tag("steering-files#AC-2")
    void front_matter_says_when_a_file_is_told(String frontMatter, String inclusion) {
        workspace.with(".kiro/steering/a.md", "---\n" + lines(frontMatter) + "\n---\nbody\n");

        SteeringStore.Reading reading = read();

        assertThat(reading.findings()).isEmpty();
        assertThat(reading.files())
                .extracting(file -> file.inclusion().toString())
                .containsExactly(inclusion);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    # front matter                        | inclusion          | finding
                    "inclusion: sometimes"                | Unknown[text=sometimes] | 2:1 steering/unknown-inclusion inclusion 'sometimes' is not known, so the file is always told: write one of always, fileMatch, manual, auto
                    "inclusion: fileMatched"              | Unknown[text=fileMatched] | 2:1 steering/unknown-inclusion inclusion 'fileMatched' is not known, so the file is always told: did you mean fileMatch?
                    "inclusion: fileMatch"                | Always[]           | 2:1 steering/no-pattern there is no pattern to match files with, so the file is always told: add a line such as: fileMatchPattern: "src/**/*.java"
                    "inclusion: fileMatch\\nfileMatchPattern: [b.md, '{a']" | FileMatch[globs=[b.md]] | 3:1 steering/bad-pattern '{a' is no pattern: its brackets do not match: write one such as src/**/*.{ts,tsx}
                    "inclusion: auto"                     | Always[]           | 2:1 steering/no-description a model decides by the description, and there is none, so the file is always told: add a line 'description: ...' that says when it matters
                    "fileMatchPattern: '*.ts'"            | Always[]           | 2:1 steering/useless-pattern the pattern has no effect without 'inclusion: fileMatch': the file is always told: add the line, or delete the pattern
                    "owner: me\\ninclsion: manual"        | Always[]           | 3:1 steering/unknown-key 'inclsion' has no effect: did you mean inclusion?
                    "owner: me\\ninclusion: 'manual"      | Always[]           | 4:1 steering/front-matter the front matter cannot be read, so the file is always told: found unexpected end of stream: mend it; values with ':', '*' or '#' go between quotes
                    "inclusion: manual\\ninclusion: auto" | Always[]           | 3:1 steering/front-matter the front matter cannot be read, so the file is always told: 'inclusion' stands twice: mend it; values with ':', '*' or '#' go between quotes
                    "- inclusion"                         | Always[]           | 2:1 steering/front-matter the front matter cannot be read, so the file is always told: no 'key: value' lines: mend it; values with ':', '*' or '#' go between quotes
                    """)
    @Tag("steering-files#AC-3")
    void front_matter_that_cannot_be_read_is_a_warning_and_the_file_is_told(
            String frontMatter, String inclusion, String finding) {
        workspace.with(".kiro/steering/a.md", "---\n" + lines(frontMatter) + "\n---\nbody\n");

        SteeringStore.Reading reading = read();

        assertThat(reading.files())
                .extracting(file -> file.inclusion().toString())
                .containsExactly(inclusion);
        assertThat(findings(reading)).containsExactly(".kiro/steering/a.md:" + finding);
        assertThat(reading.applyingTo(List.of(WorkspacePath.of("x/b.md"))))
                .isEqualTo(reading.files());
    }

    @Test
    @Tag("steering-files#AC-3")
    void front_matter_that_is_never_closed_is_a_warning() {
        workspace.with(".kiro/steering/a.md", "---\ninclusion: manual\nbody\n");

        assertThat(findings(read()))
                .containsExactly(
                        ".kiro/steering/a.md:1:1 steering/front-matter the front matter is never closed,"
                                + " so the file is always told: close it with a line '---'");
    }

    @Test
    @Tag("steering-files#AC-4")
    void files_that_cannot_be_told_are_errors() throws IOException {
        byte[] broken = {'a', '\n', (byte) 0xFF};
        byte[] large = new byte[SteeringReader.MAX_BYTES + 1];
        Arrays.fill(large, (byte) 'a');
        Path outside = Files.createTempFile(elsewhere, "steering", ".md");
        workspace
                .with(".kiro/steering/broken.md", broken)
                .with(".kiro/steering/large.md", large)
                .with(".kiro/steering/empty.md", "\n");
        Files.createSymbolicLink(workspace.root().resolve(".kiro/steering/link.md"), outside);

        SteeringStore.Reading reading = read();

        assertThat(reading.files()).extracting(SteeringFile::name).containsExactly("empty");
        assertThat(findings(reading))
                .containsExactly(
                        ".kiro/steering/broken.md:2:1 steering/not-utf-8 the file is not UTF-8 text: byte"
                                + " 0xFF: save the file as UTF-8; until then it is not told",
                        ".kiro/steering/empty.md:1:1 steering/empty the file says nothing: write it, or"
                                + " delete it",
                        ".kiro/steering/large.md:1:1 steering/unreadable the steering cannot be read, and"
                                + " is not told: it is larger than 1 MB: put a readable Markdown file in"
                                + " its place, or remove it",
                        ".kiro/steering/link.md:1:1 steering/unreadable the steering cannot be read, and is"
                                + " not told: it is a link that leads out of the project: put a readable"
                                + " Markdown file in its place, or remove it");
    }

    @Test
    @Tag("steering-files#AC-5")
    void what_applies_is_told_by_the_files_in_hand() {
        workspace
                .with(".kiro/steering/a.md", "always")
                .with(
                        ".kiro/steering/b.md",
                        "---\ninclusion: fileMatch\nfileMatchPattern: ['src/**/*.ts', '*.css']\n---\nb")
                .with(".kiro/steering/c.md", "---\ninclusion: manual\n---\nc")
                .with(".kiro/steering/d.md", "---\ninclusion: auto\ndescription: d\n---\nd");
        SteeringStore.Reading reading = read();

        assertThat(names(reading, "src/a/b/x.ts")).containsExactly("a", "b");
        assertThat(names(reading, "README.md", "src/x.ts")).containsExactly("a", "b");
        assertThat(names(reading, "web/style/main.css")).containsExactly("a", "b");
        assertThat(names(reading, "test/x.ts")).containsExactly("a");
        assertThat(names(reading)).containsExactly("a");
    }

    @Test
    @Tag("steering-files#AC-6")
    void the_persons_own_come_first_and_those_of_the_nearest_folder_last() throws Exception {
        Path home = Files.createDirectories(elsewhere.resolve("home"));
        TemporaryWorkspace.in(home).with(".kiro/steering/mine.md", "m");
        workspace
                .with(".kiro/steering/a.md", "a")
                .with("packages/web/.kiro/steering/w.md", "w")
                .with(
                        "packages/.kiro/steering/p.md",
                        "---\ninclusion: fileMatch\nfileMatchPattern: 'web/**'\n---\np")
                .with("packages/web/AGENTS.md", "agents");
        List<WorkspacePath> known =
                List.of(
                        WorkspacePath.of("packages/web/.kiro/steering/w.md"),
                        WorkspacePath.of("packages/web/AGENTS.md"),
                        WorkspacePath.of("packages/.kiro/steering/p.md"));

        SteeringStore.Reading reading = new SteeringStore(workspace.workspace(), home).read(known);

        assertThat(reading.files())
                .extracting(SteeringFile::label)
                .containsExactly(
                        "~/.kiro/steering/mine.md",
                        ".kiro/steering/a.md",
                        "packages/.kiro/steering/p.md",
                        "packages/web/.kiro/steering/w.md",
                        "packages/web/AGENTS.md");
        assertThat(names(reading, "packages/web/x.ts")).containsExactly("mine", "a", "p", "w");
        assertThat(names(reading, "packages/cli/x.ts")).containsExactly("mine", "a");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '"',
            textBlock =
                    """
                    review: quarterly     |            | 2026-01-10 | 2026-04-09 |
                    review: quarterly     |            | 2026-01-10 | 2026-04-10 | web was to look at it by 2026-04-10
                    review: every 2 weeks | 2026-03-01 | 2026-01-10 | 2026-03-14 |
                    review: every 2 weeks | 2026-03-01 | 2026-01-10 | 2026-03-15 | web was to look at it by 2026-03-15
                    review: yearly        |            | 2025-04-10 | 2026-04-10 | web was to look at it by 2026-04-10
                    review: when needed   |            | 2026-01-10 | 2026-01-11 | 'review: when needed' says no time, so nobody is reminded
                    other: nothing        |            | 2000-01-10 | 2026-01-11 |
                    """)
    @Tag("steering-files#AC-7")
    void a_review_is_reminded_of_once_it_is_due(
            String review, String reviewed, String changed, String today, String message) {
        String date = reviewed == null ? "" : "reviewed: " + reviewed + "\n";
        workspace.with(
                ".kiro/steering/a.md", "---\nowner: web\n%s\n%s---\na".formatted(review, date));
        SteeringFile file = read().files().getFirst();

        assertThat(
                        ReviewCadence.reminder(
                                        file,
                                        Optional.of(LocalDate.parse(changed)),
                                        LocalDate.parse(today))
                                .map(Finding::message))
                .isEqualTo(Optional.ofNullable(message));
    }

    private SteeringStore.Reading read() {
        return new SteeringStore(workspace.workspace()).read();
    }

    private static SteeringFile always(String path, String name, String body) {
        return new SteeringFile(
                new SteeringPlace.Project(),
                WorkspacePath.of(path),
                name,
                new Inclusion.Always(),
                Keeping.NOBODYS,
                body,
                path.equals("AGENTS.md") ? 3 : 0);
    }

    private static String lines(String text) {
        return text == null ? "" : text.replace("\\n", "\n");
    }

    private static List<String> findings(SteeringStore.Reading reading) {
        return reading.findings().stream().map(Finding::toString).toList();
    }

    private static List<String> names(SteeringStore.Reading reading, String... inHand) {
        return reading.applyingTo(Arrays.stream(inHand).map(WorkspacePath::of).toList()).stream()
                .map(SteeringFile::name)
                .toList();
    }
}
