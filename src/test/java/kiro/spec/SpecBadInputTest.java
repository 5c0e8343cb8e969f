package kiro.spec;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import kiro.testing.CpuTime;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What is wrong with files is said, nothing is lost, and nothing hangs.
@Tag("spec-folders#AC-8")
class SpecBadInputTest {
    private static final String REQUIREMENTS =
            "# Requirements\n\n### Requirement 1\n\n#### Acceptance Criteria\n\n1. WHEN a THEN b SHALL c\n";

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;
    private SpecStore store;

    @BeforeEach
    void open() throws IOException {
        workspace = TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")));
        store = new SpecStore(workspace.workspace());
    }

    @Test
    void a_binary_document_is_said_with_its_place_and_the_rest_is_a_draft() {
        byte[] binary = {(byte) 0x89, 'P', 'N', 'G', 0, 1, 2, (byte) 0xFF};
        workspace
                .with(".kiro/specs/a/requirements.md", REQUIREMENTS)
                .with(".kiro/specs/a/design.md", binary)
                .with(".kiro/specs/a/picture.png", binary);

        SpecReading reading = store.find("a");

        assertThat(rules(reading)).containsExactly("spec/not-utf-8 .kiro/specs/a/design.md");
        assertThat(draft(reading).criteria()).hasSize(1);
    }

    @Test
    void a_document_that_is_a_link_out_of_the_project_is_not_read() throws IOException {
        Path secret = Files.writeString(folder.resolve("secret.md"), REQUIREMENTS);
        workspace.with(".kiro/specs/a/tasks.md", "- [ ] 1. a\n");
        Files.createSymbolicLink(workspace.root().resolve(".kiro/specs/a/requirements.md"), secret);
        Files.createSymbolicLink(
                workspace.root().resolve(".kiro/specs/b"),
                Files.createDirectories(folder.resolve("outside")));
        Files.writeString(folder.resolve("outside/requirements.md"), REQUIREMENTS);

        assertThat(rules(store.find("a"))).contains("spec/outside .kiro/specs/a/requirements.md");
        assertThat(draft(store.find("a")).criteria()).isEmpty();
        assertThat(store.list())
                .extracting(stored -> rules(stored.reading()).getFirst())
                .containsExactly(
                        "spec/outside .kiro/specs/a/requirements.md", "spec/outside .kiro/specs/b");
        assertThat(store.glances(name -> false))
                .allSatisfy(glance -> assertThat(glance).isInstanceOf(SpecGlance.Read.class));
    }

    @Test
    void a_link_within_the_project_is_followed_and_one_to_nowhere_is_said() throws IOException {
        workspace.with("docs/login.md", REQUIREMENTS);
        Path specs = Files.createDirectories(workspace.root().resolve(".kiro/specs/a"));
        Files.createSymbolicLink(
                specs.resolve("requirements.md"), workspace.root().resolve("docs/login.md"));
        Files.createSymbolicLink(
                specs.resolve("tasks.md"), workspace.root().resolve("docs/none.md"));

        assertThat(rules(store.find("a")))
                .containsExactly("spec/unreadable .kiro/specs/a/tasks.md");
        Files.delete(specs.resolve("tasks.md"));
        assertThat(store.find("a")).isInstanceOf(SpecReading.Whole.class);
    }

    @Test
    void a_link_to_itself_is_said_to_lead_nowhere() throws IOException {
        Path specs = Files.createDirectories(workspace.root().resolve(".kiro/specs"));
        Files.createSymbolicLink(specs.resolve("loop.md"), Path.of("loop.md"));

        assertThat(store.find("loop"))
                .isInstanceOfSatisfying(
                        SpecReading.Broken.class,
                        broken ->
                                assertThat(broken.findings().getFirst().fix())
                                        .contains(
                                                "its file is a link that leads nowhere: mend or delete it"));
    }

    @Test
    void a_folder_in_place_of_a_document_and_a_folder_without_any_are_said() throws IOException {
        workspace.with(".kiro/specs/a/requirements.md", REQUIREMENTS);
        Files.createDirectories(workspace.root().resolve(".kiro/specs/a/tasks.md"));
        workspace.with(".kiro/specs/b/notes.md", "# Notes").with(".kiro/specs/c/x.txt", "x");

        assertThat(rules(store.find("a")))
                .containsExactly("spec/not-a-file .kiro/specs/a/tasks.md");
        assertThat(((SpecReading.Broken) store.find("a")).findings().getFirst().message())
                .isEqualTo("this is a folder, and a file is meant to be here");
        assertThat(rules(store.find("b"))).containsExactly("spec/folder .kiro/specs/b");
        assertThat(rules(store.find("c"))).containsExactly("spec/folder .kiro/specs/c");
    }

    @Test
    void a_folder_without_requirements_is_a_draft_with_its_design_and_tasks() {
        workspace
                .with(".kiro/specs/a/design.md", "# Design\n\n## Overview\n\nx\n")
                .with(".kiro/specs/a/tasks.md", "- [ ] 1. a\n  - _Requirements: 1.1_\n");

        SpecReading reading = store.find("a");

        assertThat(rules(reading)).contains("spec/no-requirements .kiro/specs/a/design.md");
        assertThat(draft(reading).tasks()).hasSize(1);
    }

    @Test
    void documents_are_found_in_capitals_too() {
        workspace
                .with(".kiro/specs/a/Requirements.md", REQUIREMENTS)
                .with(".kiro/specs/a/TASKS.MD", "- [ ] 1. a\n");

        assertThat(whole(store.find("a")).documents())
                .extracting(document -> document.path().name())
                .containsExactly("Requirements.md", "TASKS.MD");
    }

    @Test
    void malformed_front_matter_hides_nothing() {
        for (String head :
                List.of(
                        "---\n: [\n---\n",
                        "---\nnever: closed\n",
                        "---\n\t- x\n...\n",
                        "---\n---\n")) {
            workspace.with(".kiro/specs/a/requirements.md", head + REQUIREMENTS);

            Spec spec = whole(store.find("a"));

            assertThat(spec.criteria()).as(head).hasSize(1);
            assertThat(spec.document().text()).isEqualTo(head + REQUIREMENTS);
        }
    }

    @Test
    void a_hundred_thousand_lines_are_read_in_a_moment_or_said_to_be_too_many() {
        var requirements = new StringBuilder(REQUIREMENTS);
        var tasks = new StringBuilder();
        for (int i = 2; i <= 25_000; i++) {
            requirements.append(i).append(". x SHALL y\n");
            tasks.append("- [ ] ").append(i).append(". t\n");
        }
        tasks.append("\n".repeat(75_000));
        workspace
                .with(".kiro/specs/a/requirements.md", requirements.toString())
                .with(".kiro/specs/a/tasks.md", tasks.toString());
        var reading = new AtomicReference<SpecReading>();

        Duration cost = CpuTime.of(() -> reading.set(store.find("a")));

        assertThat(whole(reading.get()).criteria()).hasSize(25_000);
        assertThat(whole(reading.get()).tasks()).hasSize(24_999);
        assertThat(cost).isLessThan(Duration.ofSeconds(8));
        workspace.with(".kiro/specs/a/tasks.md", "- [ ] 1. some task\n".repeat(100_000));
        assertThat(rules(store.find("a"))).containsExactly("spec/too-large .kiro/specs/a/tasks.md");
    }

    @Test
    void lists_fifty_deep_are_read() {
        var tasks = new StringBuilder();
        var criteria = new StringBuilder(REQUIREMENTS);
        for (int depth = 0; depth < 50; depth++) {
            tasks.append("  ".repeat(depth)).append("- [ ] t\n");
            criteria.append("   ".repeat(depth + 1)).append("- deeper\n");
        }
        workspace
                .with(".kiro/specs/a/requirements.md", criteria.toString())
                .with(".kiro/specs/a/tasks.md", tasks.toString());

        Spec spec = whole(store.find("a"));

        assertThat(spec.criteria()).hasSize(1);
        assertThat(spec.tasks()).hasSize(50);
        assertThat(spec.tasks().getLast().span().line()).isEqualTo(50);
        assertThat(spec.tasks().stream().map(SpecTask::id).distinct()).hasSize(50);
    }

    @Test
    void a_file_that_is_written_while_it_is_read_is_one_or_the_other() throws Exception {
        String longer = REQUIREMENTS + "2. WHEN d THEN e SHALL f\n";
        workspace.with(".kiro/specs/a/requirements.md", REQUIREMENTS);
        var isOver = new AtomicBoolean();
        Thread writer =
                Thread.ofPlatform()
                        .start(() -> {
                            boolean isLonger = false;
                            while (!isOver.get()) {
                                workspace.with(
                                        ".kiro/specs/a/requirements.md",
                                        isLonger ? longer : REQUIREMENTS);
                                isLonger = !isLonger;
                            }
                        });
        try {
            for (int i = 0; i < 300; i++) {
                switch (store.find("a")) {
                    case SpecReading.Whole whole ->
                            assertThat(whole.spec().criteria()).hasSizeBetween(1, 2);
                    case SpecReading.Broken broken ->
                            assertThat(rules(broken)).allMatch(rule -> rule.startsWith("spec/"));
                }
            }
        } finally {
            isOver.set(true);
            writer.join();
        }
    }

    @Test
    void a_task_list_that_was_changed_meanwhile_is_not_written_over() {
        workspace
                .with(".kiro/specs/a/requirements.md", REQUIREMENTS)
                .with(".kiro/specs/a/tasks.md", "- [ ] 1. a\n");
        SpecDocument read = whole(store.find("a")).document(DocumentKind.TASKS).orElseThrow();
        workspace.with(".kiro/specs/a/tasks.md", "- [ ] 1. somebody's\n");

        assertThat(
                        org.assertj.core.api.Assertions.catchThrowable(
                                () -> store.write(read, read.text().withLine(1, "- [x] 1. a"))))
                .isInstanceOf(java.nio.file.FileSystemException.class)
                .hasMessageContaining("it was changed meanwhile");
        assertThat(workspace.read(".kiro/specs/a/tasks.md")).isEqualTo("- [ ] 1. somebody's\n");
    }

    private static List<String> rules(SpecReading reading) {
        return switch (reading) {
            case SpecReading.Whole whole -> throw new AssertionError(whole.spec());
            case SpecReading.Broken broken ->
                    broken.findings().stream()
                            .map(finding -> finding.rule() + " " + finding.file())
                            .toList();
        };
    }

    private static Spec draft(SpecReading reading) {
        return switch (reading) {
            case SpecReading.Whole whole -> throw new AssertionError(whole.spec());
            case SpecReading.Broken broken -> broken.draft().orElseThrow();
        };
    }

    private static Spec whole(SpecReading reading) {
        return switch (reading) {
            case SpecReading.Whole whole -> whole.spec();
            case SpecReading.Broken broken -> throw new AssertionError(broken.findings());
        };
    }
}
