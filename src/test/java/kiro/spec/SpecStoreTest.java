package kiro.spec;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.atomic.AtomicBoolean;
import kiro.finding.Finding;
import kiro.testing.CpuTime;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SpecStoreTest {
    private static final String SPEC = "## Acceptance Criteria\n- [ ] AC-1: it works\n";

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;
    private SpecStore store;

    @BeforeEach
    void makeWorkspace() {
        workspace = TemporaryWorkspace.in(folder);
        store = new SpecStore(workspace.workspace());
    }

    @ParameterizedTest
    @CsvSource({
        "user-profile, .kiro/specs/user-profile.md",
        "user-profile.md, .kiro/specs/user-profile.md",
        ".kiro/specs/user-profile.md, .kiro/specs/user-profile.md",
        ".kiro/specs/user-profile, .kiro/specs/user-profile.md",
        "./.kiro/specs/../specs/user-profile.md, .kiro/specs/user-profile.md",
        "' user-profile ', .kiro/specs/user-profile.md",
        "docs/other.md, docs/other.md",
        "docs/other, docs/other.md",
        "README.md, README.md",
        "kiro, .kiro/specs/kiro.md"
    })
    @Tag("spec-documents#AC-10")
    void a_spec_is_found_by_name_and_by_path(String wanted, String path) {
        workspace
                .with(".kiro/specs/user-profile.md", SPEC)
                .with(".kiro/specs/kiro.md", SPEC)
                .with("docs/other.md", SPEC)
                .with("README.md", SPEC)
                .with("kiro", "#!/bin/sh\n");

        assertThat(whole(store.find(wanted)).path().value()).isEqualTo(path);
    }

    @Test
    @Tag("spec-documents#AC-10")
    void a_spec_is_found_from_a_folder_below_and_by_its_absolute_path() {
        workspace.with(".kiro/specs/a.md", SPEC).with("src/deep/b.md", SPEC);
        Path below = workspace.root().resolve("src/deep");

        assertThat(whole(store.find("../../.kiro/specs/a.md", below)).name().value())
                .isEqualTo("a");
        assertThat(whole(store.find(".kiro/specs/a.md", below)).name().value()).isEqualTo("a");
        assertThat(whole(store.find("a", below)).name().value()).isEqualTo("a");
        assertThat(whole(store.find("b.md", below)).path().value()).isEqualTo("src/deep/b.md");
        assertThat(
                        whole(store.find(workspace.root().resolve(".kiro/specs/a.md").toString()))
                                .name()
                                .value())
                .isEqualTo("a");
    }

    @Test
    @Tag("spec-documents#AC-11")
    void a_spec_that_is_not_there_is_answered_with_its_likes() {
        workspace.with(".kiro/specs/user-profile.md", SPEC).with(".kiro/specs/orders.md", SPEC);

        assertThat(findings(store.find("user-profil")))
                .containsExactly(
                        ".kiro/specs/user-profil.md:1:1 spec/missing there is no spec 'user-profil':"
                                + " did you mean user-profile?");
        assertThat(findings(store.find("x/usr-profile.md")))
                .containsExactly(
                        "x/usr-profile.md:1:1 spec/missing there is no spec 'x/usr-profile.md': did you"
                                + " mean user-profile?");
        assertThat(findings(store.find("zzz")))
                .containsExactly(
                        ".kiro/specs/zzz.md:1:1 spec/missing there is no spec 'zzz': 'kiro spec list'"
                                + " shows those there are");
    }

    @ParameterizedTest
    @CsvSource({"''", "' '", ".", "..", "/", "\0", "../../../../../etc"})
    @Tag("spec-documents#AC-11")
    void whatever_a_person_types_is_answered(String wanted) {
        assertThat(store.find(wanted)).isInstanceOf(SpecReading.Broken.class);
    }

    @Test
    @Tag("spec-documents#AC-11")
    void without_any_spec_the_way_to_one_is_told() {
        assertThat(findings(store.find("a")))
                .containsExactly(
                        ".kiro/specs/a.md:1:1 spec/missing there is no spec 'a': there is no spec yet:"
                                + " 'kiro spec create NAME --template rest-api' makes one");
    }

    @Test
    @Tag("spec-documents#AC-11")
    void what_lies_outside_of_the_project_is_not_read() throws IOException {
        Path outside = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-x"));
        Path file = Files.writeString(outside.resolve("a.md"), SPEC);
        workspace.with(".kiro/specs/b.md", SPEC);
        Files.createSymbolicLink(workspace.root().resolve(".kiro/specs/link.md"), file);

        try {
            assertThat(findings(store.find(file.toString())))
                    .singleElement()
                    .asString()
                    .contains("spec/outside the spec lies outside of the project");
            assertThat(findings(store.find("link")))
                    .singleElement()
                    .asString()
                    .contains("spec/outside the spec lies outside of the project");
            assertThat(store.list())
                    .extracting(StoredSpec::name, stored -> stored.reading().getClass())
                    .containsExactly(
                            org.assertj.core.groups.Tuple.tuple("b", SpecReading.Whole.class),
                            org.assertj.core.groups.Tuple.tuple("link", SpecReading.Broken.class));
        } finally {
            Files.delete(workspace.root().resolve(".kiro/specs/link.md"));
            Files.delete(file);
            Files.delete(outside);
        }
    }

    @Test
    @Tag("spec-documents#AC-12")
    void every_spec_is_listed_by_name_with_what_is_wrong_with_it() {
        byte[] large = new byte[10 << 20];
        Arrays.fill(large, (byte) 'a');
        workspace
                .with(".kiro/specs/b.md", SPEC)
                .with(".kiro/specs/a.md", SPEC)
                .with(".kiro/specs/README.md", "no spec")
                .with(".kiro/specs/.hidden.md", "no spec")
                .with(".kiro/specs/notes.txt", "no spec")
                .with(".kiro/specs/my spec.md", SPEC)
                .with(".kiro/specs/kiros/requirements.md", "# Requirements Document")
                .with(".kiro/specs/kiros/tasks.md", "")
                .with(".kiro/specs/more/c.md", SPEC)
                .with(".kiro/specs/_archived/old/requirements.md", SPEC)
                .with(".kiro/specs/my folder/requirements.md", SPEC)
                .with(".kiro/specs/large.md", large)
                .with(".kiro/specs/z.md", "");

        assertThat(store.list())
                .extracting(stored ->
                        stored.name()
                                + ": "
                                + switch (stored.reading()) {
                                    case SpecReading.Whole whole -> whole.spec().title();
                                    case SpecReading.Broken broken ->
                                            broken.findings().getFirst().rule();
                                })
                .containsExactly(
                        "a: a",
                        "b: b",
                        "kiros: spec/no-criteria",
                        "large: spec/too-large",
                        "more: spec/folder",
                        "my folder: spec/bad-name",
                        "my spec: spec/bad-name",
                        "z: spec/empty");
        assertThat(findings(store.find("kiros")))
                .containsExactly(
                        ".kiro/specs/kiros/requirements.md:1:1 spec/no-criteria no acceptance"
                                + " criterion could be read: below '### Requirement 1' and"
                                + " '#### Acceptance Criteria', write each as an item"
                                + " '1. WHEN ... THE SYSTEM SHALL ...'",
                        ".kiro/specs/kiros/tasks.md:1:1 spec/empty-document tasks.md is empty:"
                                + " write it, or delete the file");
        assertThat(findings(store.find(".kiro/specs/my folder")))
                .singleElement()
                .asString()
                .endsWith(
                        "rename the folder to letters, digits, '-', '_' and '.', at most 128, such as my-folder");
        assertThat(store.all()).hasSize(8);
    }

    @Test
    @Tag("spec-documents#AC-12")
    void a_project_without_specs_has_an_empty_list() {
        assertThat(store.list()).isEmpty();
    }

    @Test
    @Tag("spec-documents#AC-11")
    void a_folder_of_specs_that_leads_out_of_the_project_is_said() throws IOException {
        Path outside = Files.createDirectories(folder.resolveSibling(folder.getFileName() + "-y"));
        Files.createDirectories(workspace.root().resolve(".kiro"));
        Path link = Files.createSymbolicLink(workspace.root().resolve(".kiro/specs"), outside);

        try {
            assertThat(store.list())
                    .extracting(stored -> findings(stored.reading()).getFirst())
                    .singleElement()
                    .asString()
                    .startsWith(".kiro/specs:1:1 spec/outside");
        } finally {
            Files.delete(link);
            Files.delete(outside);
        }
    }

    @Test
    @Tag("spec-documents#AC-8")
    void a_spec_is_written_back_unless_somebody_changed_it() throws IOException {
        workspace.with(".kiro/specs/a.md", SPEC);
        Spec spec = whole(store.find("a"));
        var ticked = SpecWriter.withTicks(spec, Map.of(new CriterionId("AC-1"), true));

        store.write(spec, ticked);

        assertThat(workspace.read(".kiro/specs/a.md"))
                .isEqualTo("## Acceptance Criteria\n- [x] AC-1: it works\n");
        assertThatThrownBy(() -> store.write(spec, ticked))
                .isInstanceOf(IOException.class)
                .hasMessage(".kiro/specs/a.md: it was changed meanwhile: run the command again");
    }

    @Test
    @Tag("spec-documents#AC-7")
    void a_thousand_specs_are_read_in_a_moment() {
        String text = workspaceSpec();
        for (int i = 0; i < 1_000; i++) {
            workspace.with(".kiro/specs/spec-%04d.md".formatted(i), text);
        }
        store.list();

        var all = new ArrayList<SpecReading>();
        Duration cost = CpuTime.of(() -> all.addAll(store.all()));

        assertThat(all).hasSize(1_000).hasOnlyElementsOfType(SpecReading.Whole.class);
        assertThat(cost).isLessThan(Duration.ofSeconds(2));
    }

    @Test
    @Tag("spec-documents#AC-7")
    void what_comes_of_thousands_is_in_the_order_of_their_names() {
        List<String> names = new ArrayList<>();
        for (int i = 0; i < 1_800; i++) {
            names.add("spec-%04d".formatted(i));
            workspace.with(".kiro/specs/" + names.getLast() + ".md", SPEC);
        }

        List<String> read = store.each(content -> whole(content.reading()).name().value());

        assertThat(read).isEqualTo(names);
    }

    @Test
    @Tag("spec-documents#AC-7")
    void specs_that_change_while_they_are_read_are_specs_or_findings() throws Exception {
        workspace.with(".kiro/specs/still.md", SPEC).with(".kiro/specs/restless.md", SPEC);
        Path restless = workspace.workspace().root().resolve(".kiro/specs/restless.md");
        var isDone = new AtomicBoolean();

        try (var writer = Executors.newVirtualThreadPerTaskExecutor()) {
            var written = writer.submit(() -> changeUntil(isDone, restless));
            try {
                for (int i = 0; i < 300; i++) {
                    List<SpecReading> read = store.each(SpecContent::reading);
                    assertThat(read.getLast()).isInstanceOf(SpecReading.Whole.class);
                    assertThat(read).hasSizeBetween(1, 2);
                }
            } finally {
                isDone.set(true);
            }
            assertThat(written.get()).isPositive();
        }

        assertThat(store.each(SpecContent::reading))
                .hasSize(2)
                .hasOnlyElementsOfType(SpecReading.Whole.class);
    }

    /// Cut off, gone, a folder, a link to nothing, and whole again. Answers how many times.
    private static int changeUntil(AtomicBoolean isDone, Path file) throws IOException {
        int times = 0;
        while (!isDone.get() || times == 0) {
            Files.writeString(file, SPEC.substring(0, 20));
            Files.delete(file);
            Files.createDirectory(file);
            Files.delete(file);
            Files.createSymbolicLink(file, Path.of("nowhere"));
            Files.delete(file);
            Files.writeString(file, SPEC);
            times++;
        }
        return times;
    }

    private static String workspaceSpec() {
        var text = new StringBuilder("# Spec\n\n## Overview\n\nIt is.\n\n## Requirements\n\n");
        for (int i = 1; i <= 10; i++) {
            text.append("- `PUT /users/{id}` does thing ").append(i).append(" for its user.\n");
        }
        text.append("\n## Acceptance Criteria\n\n");
        for (int i = 1; i <= 10; i++) {
            text.append("- [ ] AC-%d: PUT /users/{id} returns 20%d and the user\n".formatted(i, i));
        }
        return text.toString();
    }

    private static Spec whole(SpecReading reading) {
        return switch (reading) {
            case SpecReading.Whole whole -> whole.spec();
            case SpecReading.Broken broken -> throw new AssertionError(broken.findings());
        };
    }

    private static List<String> findings(SpecReading reading) {
        return switch (reading) {
            case SpecReading.Whole whole -> throw new AssertionError(whole.spec());
            case SpecReading.Broken broken ->
                    broken.findings().stream().map(Finding::toString).toList();
        };
    }
}
