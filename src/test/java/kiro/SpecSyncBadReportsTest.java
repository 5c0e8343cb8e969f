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
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/// Reports as they should not be: nothing is proven by them, nothing is lost, and no name in them does anything.
class SpecSyncBadReportsTest {
    private static final String SPEC =
            "# Door\n\n## Overview\n\nA door.\n\n## Requirements\n\n- It opens.\n\n## Acceptance Criteria\n\n- [ ] AC-1: It opens\n- [ ] AC-2: It closes\n";

    @TempDir private Path folder;
    private TemporaryWorkspace workspace;

    @BeforeEach
    void makeProject() throws Exception {
        workspace =
                TemporaryWorkspace.in(Files.createDirectories(folder.resolve("w")))
                        .with("pyproject.toml", "[project]\nname = 'door'\n")
                        .with(
                                "test_door.py",
                                "# door#AC-1\ndef test_opens():\n    assert 1 == 1\n\n\n# door#AC-2\ndef test_closes():\n    assert 1 == 1\n")
                        .with(".kiro/specs/door.md", SPEC)
                        .committed();
    }

    @Test
    @Tag("spec-sync#AC-1")
    void a_test_that_is_there_twice_is_what_its_worst_result_is() throws IOException {
        Kiro.Result result =
                sync(
                        "<testsuite name=\"pytest\"><testcase classname=\"test_door\" name=\"test_opens\"/>"
                                + "<testcase classname=\"test_door\" name=\"test_opens\"><failure message=\"stuck\"/></testcase>"
                                + "<testcase classname=\"test_door\" name=\"test_closes\"/></testsuite>");

        assertThat(states(result)).isEqualTo("failing passing");
        assertThat(workspace.read(".kiro/specs/door.md"))
                .isEqualTo(SPEC.replace("[ ] AC-2", "[x] AC-2"));
    }

    @Test
    @Tag("spec-sync#AC-1")
    void a_report_from_another_tree_proves_nothing() throws IOException {
        Kiro.Result result =
                sync(
                        "<testsuite name=\"x\"><testcase classname=\"other.test_window\" name=\"test_opens\" file=\"/elsewhere/test_window.py\"/></testsuite>");

        assertThat(states(result)).isEqualTo("not-run not-run");
        assertThat(workspace.read(".kiro/specs/door.md")).isEqualTo(SPEC);
        assertThat(workspace.has(".kiro/evidence/door.json")).isFalse();
    }

    @Test
    @Tag("spec-sync#AC-1")
    void a_name_in_a_report_that_names_a_criterion_proves_nothing_without_its_test()
            throws IOException {
        Kiro.Result result =
                sync(
                        "<testsuite name=\"x\"><testcase classname=\"../../etc/passwd\" name=\"door#AC-1 $(touch hacked) &lt;b&gt;&#10;[x] AC-2\"/></testsuite>");

        assertThat(states(result)).isEqualTo("not-run not-run");
        assertThat(workspace.read(".kiro/specs/door.md")).isEqualTo(SPEC);
        assertThat(workspace.has("hacked")).isFalse();
    }

    @Test
    @Tag("spec-sync#AC-3")
    void a_report_that_is_cut_or_points_to_files_measures_nothing() throws IOException {
        sync(
                "<testsuite name=\"pytest\"><testcase classname=\"test_door\" name=\"test_opens\"/><testcase classname=\"test_door\" name=\"test_closes\"/></testsuite>");
        String proven = workspace.read(".kiro/specs/door.md");
        assertThat(proven).contains("[x] AC-1").contains("[x] AC-2");
        Files.writeString(folder.resolve("secret"), "a secret");

        Kiro.Result cut = sync("<testsuite name=\"pytest\"><testcase classname=\"test_door\" na");
        Kiro.Result entity =
                sync(
                        "<!DOCTYPE t [<!ENTITY x SYSTEM \"file://%s\">]><testsuite name=\"&x;\"><testcase classname=\"test_door\" name=\"test_opens\"><failure message=\"&x;\"/></testcase></testsuite>"
                                .formatted(folder.resolve("secret")));

        assertThat(cut.out()).contains("no report can be read").contains("sync/not-measured");
        assertThat(cut.out() + entity.out() + entity.err()).doesNotContain("a secret");
        assertThat(workspace.read(".kiro/specs/door.md")).isEqualTo(proven);
    }

    private Kiro.Result sync(String report) throws IOException {
        Path file = Files.createDirectories(folder.resolve("reports")).resolve("report.xml");
        Files.writeString(file, report);
        return Kiro.in(workspace.root())
                .run("spec", "sync", "door", "--reports", file.toString(), "--json");
    }

    private static String states(Kiro.Result result) {
        JsonNode criteria = JsonMapper.shared().readTree(result.out()).path("criteria");
        return criteria.get(0).path("state").asString()
                + " "
                + criteria.get(1).path("state").asString();
    }
}
