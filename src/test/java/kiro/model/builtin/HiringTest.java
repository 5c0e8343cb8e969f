package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/// Paths speak of applications, and the project of job applications; several controllers answer under one base.
class HiringTest {
    @TempDir private Path folder;

    private LoopStandIn read(SmallProject project) throws IOException, InterruptedException {
        return project.built(folder, "read", Hiring.reading());
    }

    private LoopStandIn invited(String state) throws IOException, InterruptedException {
        LoopStandIn loop = Hiring.project().built(folder, "invite", Hiring.inviting(state));
        assertThat(loop.problem()).isEmpty();
        return loop;
    }

    @Test
    @Tag("builtin-engine#AC-210")
    void the_one_name_that_ends_in_the_word_of_the_path_is_meant()
            throws IOException, InterruptedException {
        LoopStandIn loop = read(Hiring.project());
        assertThat(loop.problem()).isEmpty();
        assertThat(SmallProject.notes(loop).toString()).doesNotContain("stays open");
        assertThat(text("main/java/a/JobApplicationController"))
                .contains(
                        code("@GetMapping(\"/applications/{id}\")"),
                        code("JobApplication jobApplication = store.find(id).orElseThrow("));
        assertThat(text("main/java/a/OpeningController")).doesNotContain("applications");
        assertThat(text("test/java/a/ReadTest"))
                .contains(
                        code("new JobApplication(jobApplications.nextId(), \"Some applicant\","),
                        code("get(\"/api/applications/{id}\", id)"));
    }

    @Test
    @Tag("builtin-engine#AC-210")
    void what_is_made_below_it_goes_where_the_path_is_answered()
            throws IOException, InterruptedException {
        invited("INVITED");
        assertThat(text("main/java/a/InterviewController"))
                .containsSubsequence(
                        code("@PostMapping(\"/applications/{id}/interviews\")"),
                        code("jobApplicationStore.find(id).orElseThrow("),
                        code("new Interview(store.nextId(), id, request.room())"),
                        code("\"/api/applications/\" + id + \"/interviews/\""));
        assertThat(text("test/java/a/InviteTest"))
                .contains(
                        code(
                                "assertThat(made.jobApplicationId()).isEqualTo(jobApplication.id());"));
    }

    @Test
    @Tag("builtin-engine#AC-210")
    void of_two_names_that_end_so_neither_is_meant() throws IOException, InterruptedException {
        LoopStandIn loop =
                read(
                        Hiring.project()
                                .type(
                                        "GrantApplication",
                                        "public record GrantApplication(long id, String purpose) {}")
                                .type("GrantApplicationStore", Hiring.store("GrantApplication"))
                                .type(
                                        "GrantApplicationController",
                                        Hiring.controller(
                                                "GrantApplication", "applications", Hiring.ALL)));
        assertThat(loop.problem())
                .contains(
                        "several controllers answer under the same path",
                        "nothing says which one this endpoint belongs to");
        assertThat(text("main/java/a/JobApplicationController")).doesNotContain("{id}");
        assertThat(text("main/java/a/GrantApplicationController")).doesNotContain("{id}");
    }

    @Test
    @Tag("builtin-engine#AC-213")
    void a_state_that_the_thing_above_knows_alone_is_brought_about_there()
            throws IOException, InterruptedException {
        invited("INVITED");
        assertThat(text("main/java/a/InterviewController"))
                .containsSubsequence(
                        code("jobApplicationStore.find(id).orElseThrow("),
                        code(
                                "jobApplicationStore.save(new JobApplication(jobApplication.id(), jobApplication.applicant(), Stage.INVITED));"),
                        code("store.save(interview);"));
    }

    @Test
    @Tag("builtin-engine#AC-213")
    void a_criterion_finds_it_in_that_state() throws IOException, InterruptedException {
        LoopStandIn loop =
                Hiring.project()
                        .built(
                                folder,
                                "invite",
                                Hiring.inviting("INVITED")
                                        .replace(
                                                "- [ ] AC-2",
                                                "- [ ] AC-3: the application becomes `INVITED`\n- [ ] AC-2"));
        assertThat(SmallProject.notes(loop).toString()).doesNotContain("stays open");
        assertThat(text("test/java/a/InviteTest"))
                .contains(code("\"Some applicant\", Stage.RECEIVED"))
                .doesNotContain(code("\"Some applicant\", Stage.INVITED"))
                .containsSubsequence(
                        "#AC-3",
                        code("status().isCreated()"),
                        code(
                                "assertThat(jobApplications.find(jobApplication.id()).orElseThrow().stage() == Stage.INVITED).isTrue();"));
    }

    @Test
    @Tag("builtin-engine#AC-213")
    void a_state_of_what_is_made_is_none_of_the_thing_above()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                Hiring.project()
                        .type("Phase", "public enum Phase { PLANNED, INVITED }")
                        .type(
                                "Interview",
                                "public record Interview(long id, long jobApplicationId, String room, Phase phase) {}")
                        .built(folder, "invite", Hiring.inviting("INVITED"));
        assertThat(loop.problem()).isEmpty();
        assertThat(text("main/java/a/InterviewController"))
                .contains("Phase.INVITED")
                .doesNotContain("Stage.", "jobApplicationStore.save(");
    }

    private String text(String path) throws IOException {
        return code(Files.readString(folder.resolve("src/" + path + ".java")));
    }

    /// Code however it is folded.
    private static String code(String text) {
        return text.replaceAll("\\s+", "");
    }
}
