package kiro;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import kiro.testing.TemporaryWorkspace;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// What becomes of ids when people change a spec between one run of `kiro spec sync` and the next.
class SpecSyncIdsTest {
    private static final String HEAD =
            "# Door\n\n## Overview\n\nA door.\n\n## Requirements\n\n- It opens.\n\n## Acceptance Criteria\n\n";
    private static final String FILE = ".kiro/specs/door.md";

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void makeProject() throws Exception {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with("pyproject.toml", "[project]\nname = 'door'\n")
                        .with(".gitignore", "reports/\n")
                        .with(FILE, HEAD + "- [ ] It opens\n- [ ] It closes\n- [ ] It locks\n")
                        .committed();
        tests("AC-1", "AC-2");
        sync();
        workspace.git("add", "-A");
        workspace.git("commit", "-qm", "synced");
    }

    @Test
    @Tag("spec-documents#AC-13")
    void counted_ids_are_written_once_and_go_with_criteria_that_are_moved() throws IOException {
        assertThat(workspace.read(FILE))
                .isEqualTo(
                        HEAD
                                + "- [x] It opens <!-- id: AC-1 -->\n- [x] It closes <!-- id: AC-2 -->\n- [ ] It locks <!-- id: AC-3 -->\n\n<!-- kiro ids: last AC-3 -->\n");
        write(
                "- [ ] It locks <!-- id: AC-3 -->\n- [x] It closes <!-- id: AC-2 -->\n- [ ] It rings\n- [x] It opens <!-- id: AC-1 -->\n\n<!-- kiro ids: last AC-3 -->\n");

        sync();

        assertThat(workspace.read(FILE))
                .isEqualTo(
                        HEAD
                                + "- [ ] It locks <!-- id: AC-3 -->\n- [x] It closes <!-- id: AC-2 -->\n- [ ] It rings <!-- id: AC-4 -->\n- [x] It opens <!-- id: AC-1 -->\n\n<!-- kiro ids: last AC-4 -->\n");
    }

    @Test
    @Tag("spec-documents#AC-14")
    void the_id_of_a_criterion_that_is_deleted_is_never_given_again() throws IOException {
        write("- [x] It opens <!-- id: AC-1 -->\n- [ ] It rings\n\n<!-- kiro ids: last AC-3 -->\n");

        Kiro.Result result = sync();

        assertThat(workspace.read(FILE))
                .as("AC-2 was proven, of AC-3 only the commit tells")
                .isEqualTo(
                        HEAD
                                + "- [x] It opens <!-- id: AC-1 -->\n- [ ] It rings <!-- id: AC-4 -->\n\n<!-- kiro ids: last AC-4; retired AC-2, AC-3 -->\n");
        assertThat(result.err()).contains("door#AC-2").contains("sync/unknown-criterion");

        write(
                "- [x] It opens <!-- id: AC-1 -->\n- [x] AC-2: It burns\n- [ ] AC-3: It falls\n\n<!-- kiro ids: last AC-4; retired AC-2, AC-3 -->\n");
        Kiro.Result reused = kiro().run("spec", "validate", "door");
        assertThat(reused.code()).isEqualTo(1);
        assertThat(reused.out())
                .contains("the id AC-2 was that of a criterion that is gone")
                .contains("the id AC-3 was that of a criterion that is gone");
    }

    @Test
    @Tag("spec-documents#AC-14")
    void an_id_that_is_renamed_is_retired_and_its_test_names_nothing() throws IOException {
        write(
                "- [x] It opens <!-- id: AC-1 -->\n- [x] It closes <!-- id: DOOR-2 -->\n- [ ] It locks <!-- id: AC-3 -->\n\n<!-- kiro ids: last AC-3 -->\n");

        Kiro.Result result = sync();

        assertThat(workspace.read(FILE))
                .contains("- [ ] It closes <!-- id: DOOR-2 -->\n")
                .endsWith("\n<!-- kiro ids: last AC-3; retired AC-2 -->\n");
        assertThat(workspace.read(".kiro/evidence/door.json")).doesNotContain("AC-2");
        assertThat(result.err()).contains("door#AC-2");
    }

    @Test
    @Tag("spec-documents#AC-14")
    void written_ids_of_criteria_that_were_never_proven_are_remembered_from_the_commit()
            throws Exception {
        write("- [ ] AC-1: It opens\n- [ ] AC-7: It flies\n");
        workspace.git("add", "-A");
        workspace.git("commit", "-qm", "flying");
        write("- [ ] AC-1: It opens\n");

        sync();

        assertThat(workspace.read(FILE)).endsWith("<!-- kiro ids: retired AC-2, AC-7 -->\n");
        String settled = workspace.read(FILE);
        sync();
        assertThat(workspace.read(FILE)).isEqualTo(settled);
    }

    @Test
    @Tag("spec-documents#AC-14")
    void a_criterion_whose_words_change_keeps_its_id_and_loses_its_proof_until_it_is_tested()
            throws IOException {
        write(
                "- [x] It opens at night <!-- id: AC-1 -->\n- [x] It closes <!-- id: AC-2 -->\n- [ ] It locks <!-- id: AC-3 -->\n\n<!-- kiro ids: last AC-3 -->\n");

        assertThat(kiro().run("spec", "check").code()).isEqualTo(1);
        sync();

        assertThat(workspace.read(FILE)).contains("- [x] It opens at night <!-- id: AC-1 -->");
    }

    private void write(String criteria) throws IOException {
        Files.writeString(workspace.root().resolve(FILE), HEAD + criteria);
    }

    /// Tests that name two criteria, and their report.
    private void tests(String... ids) {
        var source = new StringBuilder();
        var report = new StringBuilder("<testsuite name=\"pytest\" tests=\"2\">\n");
        for (int i = 0; i < ids.length; i++) {
            source.append(
                    "# door#%s\ndef test_%d():\n    assert 1 == 1\n\n\n".formatted(ids[i], i));
            report.append("<testcase classname=\"test_door\" name=\"test_%d\"/>\n".formatted(i));
        }
        workspace
                .with("test_door.py", source.toString())
                .with("reports/pytest.xml", report.append("</testsuite>\n").toString());
    }

    private Kiro.Result sync() {
        return kiro().run("spec", "sync", "door", "--reports", "reports/pytest.xml");
    }

    private Kiro kiro() {
        return Kiro.in(workspace.root());
    }
}
