package kiro.model.builtin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import kiro.model.Answer;
import kiro.model.Deadlines;
import kiro.model.Message;
import kiro.model.ModelRequest;
import kiro.model.Purpose;
import kiro.model.builtin.LoopStandIn.GivenStep;
import kiro.spec.rest.Condition;
import kiro.spec.rest.Expectation;
import kiro.spec.rest.FieldType;
import kiro.spec.rest.HttpMethod;
import kiro.spec.rest.Response;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class BuiltinModelTest {
    private static final Path SAMPLE = Path.of("examples/profile-service");
    private static final String SPEC = "user-profile-update";
    private static final String FEATURE =
            "src/main/java/com/example/profile/api/UpdateProfileRequest.java";
    private static final String SERVICE =
            "src/main/java/com/example/profile/service/UserService.java";
    private static final String TESTS =
            "src/test/java/com/example/profile/api/UserProfileUpdateTest.java";

    @TempDir private Path folder;

    private LoopStandIn run(UnaryOperator<List<GivenStep>> edit)
            throws IOException, InterruptedException {
        return run("implement", edit);
    }

    private LoopStandIn run(String task, UnaryOperator<List<GivenStep>> edit)
            throws IOException, InterruptedException {
        LoopStandIn.copy(SAMPLE, folder);
        var loop = new LoopStandIn(folder, new BuiltinModel(_ -> Readings.profileUpdate()));
        String text = Files.readString(folder.resolve(".kiro/specs/" + SPEC + ".md"));
        loop.run(LoopStandIn.briefing(SPEC, text, task), edit);
        return loop;
    }

    private String file(String path) throws IOException {
        return Files.readString(folder.resolve(path));
    }

    private List<String> javaFiles() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            return files.filter(file -> file.toString().endsWith(".java"))
                    .map(file -> folder.relativize(file).toString())
                    .sorted()
                    .toList();
        }
    }

    @Test
    @Tag("builtin-engine#AC-2")
    void while_planning_it_reads_and_changes_nothing() throws IOException, InterruptedException {
        LoopStandIn loop = run(_ -> List.of());

        assertThat(loop.log())
                .allMatch(call -> call.matches("(list_directory|read_file|propose_plan) .*"));
        assertThat(loop.plan().path("steps").size()).isBetween(3, 6);
    }

    @Test
    @Tag("builtin-engine#AC-3")
    void the_same_conversation_gives_the_same_answer_to_an_engine_that_has_not_seen_it()
            throws IOException, InterruptedException {
        LoopStandIn loop = run(UnaryOperator.identity());

        var again = new ArrayList<Message>();
        var said = new ArrayList<Message>();
        for (int i = 0; i < loop.messages().size(); i++) {
            Message message = loop.messages().get(i);
            if (message.role() == Message.Role.MODEL) {
                said.add(message);
                again.add(answer(loop.messages().subList(0, i)));
            }
        }
        assertThat(again).isEqualTo(said);
    }

    private static Message answer(List<Message> messages) {
        var model = new BuiltinModel(_ -> Readings.profileUpdate());
        var request =
                new ModelRequest(Purpose.CODE, "", List.of(), messages, 16_000, Deadlines.STANDARD);
        return ((Answer.Complete) model.answer(request, _ -> {})).message();
    }

    @Test
    @Tag("builtin-engine#AC-8")
    void existing_tests_are_not_touched() throws IOException, InterruptedException {
        run(UnaryOperator.identity());

        for (String test : List.of("api/UserControllerTest", "service/UserServiceTest")) {
            String path = "src/test/java/com/example/profile/" + test + ".java";
            assertThat(file(path)).isEqualTo(Files.readString(SAMPLE.resolve(path)));
        }
    }

    @Test
    @Tag("builtin-engine#AC-7")
    void a_criterion_that_a_person_took_out_of_the_test_step_gets_no_test()
            throws IOException, InterruptedException {
        run(steps ->
                steps.stream()
                        .map(step ->
                                step.files().contains(TESTS)
                                        ? new GivenStep(
                                                step.action(),
                                                step.files(),
                                                List.of("AC-1", "AC-6"))
                                        : step)
                        .toList());

        assertThat(file(TESTS))
                .contains("user-profile-update#AC-1", "user-profile-update#AC-6")
                .doesNotContain("user-profile-update#AC-5");
    }

    @Test
    @Tag("builtin-engine#AC-7")
    void a_step_without_what_it_builds_on_is_refused_before_anything_breaks()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                run(steps -> steps.stream().filter(one -> !one.files().contains(FEATURE)).toList());

        assertThat(loop.problem()).contains("UserController.java").contains(FEATURE);
        assertThat(file("src/main/java/com/example/profile/api/UserController.java"))
                .doesNotContain("PutMapping");
    }

    @Test
    @Tag("builtin-engine#AC-7")
    void a_step_it_does_not_know_is_named_with_what_would_help()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                run(_ ->
                        List.of(
                                new GivenStep(
                                        "Write a changelog line",
                                        List.of("CHANGELOG.md"),
                                        List.of())));

        assertThat(loop.problem())
                .contains("Write a changelog line")
                .contains("CHANGELOG.md")
                .contains("ANTHROPIC_API_KEY");
        assertThat(javaFiles()).doesNotContain(FEATURE);
    }

    @Test
    @Tag("builtin-engine#AC-9")
    void an_edit_that_is_refused_ends_the_step_with_the_reason()
            throws IOException, InterruptedException {
        LoopStandIn loop =
                run(steps -> {
                    change(SERVICE, "private User find(", "private User look(");
                    return steps;
                });

        assertThat(loop.problem()).contains(SERVICE).contains("could not be changed");
    }

    private void change(String path, String from, String to) {
        try {
            Files.writeString(folder.resolve(path), file(path).replace(from, to));
        } catch (IOException cause) {
            throw new java.io.UncheckedIOException(cause);
        }
    }

    @Test
    @Tag("builtin-engine#AC-17")
    @Tag("builtin-engine#AC-21")
    void tests_that_do_not_compile_go_and_do_not_come_back()
            throws IOException, InterruptedException {
        LoopStandIn loop = run(UnaryOperator.identity());
        int broken = line("user-profile-update#AC-1\"") + 3;

        loop.missing(
                "could not measure: the code does not compile\n[ERROR] /home/a/%s:[%d,9] cannot find symbol\n"
                        .formatted(TESTS, broken));
        String first = file(TESTS);
        loop.missing("5 passed, 0 failed, 0 skipped\n");

        assertThat(first)
                .doesNotContain("user-profile-update#AC-1\"")
                .contains("user-profile-update#AC-6");
        assertThat(file(TESTS)).isEqualTo(first);
        assertThat(words(loop))
                .containsOnlyOnce("the tests of AC-1 failed or did not compile and were taken back")
                .contains("\n    " + TESTS + ":[" + broken + ",9] cannot find symbol");
    }

    @Test
    @Tag("builtin-engine#AC-21")
    void a_class_none_of_whose_tests_compiles_is_deleted()
            throws IOException, InterruptedException {
        LoopStandIn loop = run(UnaryOperator.identity());

        loop.missing("could not measure: no\n[ERROR] /home/a/" + TESTS + ":[3,8] no symbol\n");
        loop.missing("9 passed, 0 failed, 0 skipped\n");

        assertThat(folder.resolve(TESTS)).doesNotExist();
        assertThat(words(loop)).contains("AC-1", "were taken back", "ANTHROPIC_API_KEY");
        assertThat(loop.lastWords()).contains("is said above");
    }

    private int line(String text) throws IOException {
        return 1 + file(TESTS).lines().toList().indexOf("    @Tag(\"" + text + ")");
    }

    private static String words(LoopStandIn loop) {
        return loop.messages().stream()
                .map(kiro.model.Message::text)
                .collect(java.util.stream.Collectors.joining("\n"));
    }

    @Test
    @Tag("builtin-engine#AC-5")
    void a_test_that_counts_what_is_stored_has_what_it_needs_by_itself()
            throws IOException, InterruptedException {
        LoopStandIn.copy(Path.of(ProjectCase.NOTES.project()), folder);
        var model =
                new BuiltinModel(_ ->
                        new Endpoints()
                                .endpoint(HttpMethod.POST, "/v1/notes")
                                .takes(Readings.required("title", FieldType.Plain.STRING))
                                .answers(201, Response.Shape.RESOURCE, "id", "title")
                                .when(new Condition.Valid(), new Expectation.Status(201))
                                .when(new Condition.MalformedBody(), new Expectation.Status(400))
                                .end()
                                .reading());
        var loop = new LoopStandIn(folder, model);

        loop.run(
                LoopStandIn.briefing("sample", TWO_CRITERIA, "implement"),
                steps -> steps.stream().map(BuiltinModelTest::ofTheSecond).toList());

        assertThat(loop.problem()).isEmpty();
        assertThat(file("src/test/java/org/example/notes/web/SampleTest.java"))
                .doesNotContain("sample#AC-1")
                .contains("assertThat(", ").hasSize(count)", "Assertions.assertThat;");
    }

    private static GivenStep ofTheSecond(GivenStep step) {
        return new GivenStep(step.action(), step.files(), List.of("AC-2"));
    }

    @Test
    @Tag("builtin-engine#AC-10")
    void a_task_in_words_needs_a_model_and_says_which_settings()
            throws IOException, InterruptedException {
        LoopStandIn loop = run("make the service faster", UnaryOperator.identity());

        assertThat(loop.problem()).contains("no model is configured").contains("ANTHROPIC_API_KEY");
        assertThat(loop.log()).containsExactly("report_problem ");
    }

    @Test
    @Tag("named-tasks#AC-7")
    void tests_alone_are_written_for_an_endpoint_that_is_not_there_yet()
            throws IOException, InterruptedException {
        LoopStandIn loop = run("generate-tests", UnaryOperator.identity());

        assertThat(loop.problem()).isEmpty();
        assertThat(loop.plan().path("title").asString()).isEqualTo("Test User profile update");
        assertThat(loop.plan().path("steps").size()).isEqualTo(1);
        assertThat(file(TESTS)).contains("user-profile-update#AC-1", "user-profile-update#AC-6");
        assertThat(file("src/main/java/com/example/profile/api/UserController.java"))
                .doesNotContain("PutMapping");
    }

    @Test
    @Tag("builtin-engine#AC-6")
    void an_endpoint_that_is_there_gets_the_tests_that_are_missing()
            throws IOException, InterruptedException {
        run(steps -> steps.subList(0, steps.size() - 1));
        var loop = new LoopStandIn(folder, new BuiltinModel(_ -> Readings.profileUpdate()));
        String text = file(".kiro/specs/" + SPEC + ".md");

        loop.run(LoopStandIn.briefing(SPEC, text, "generate-tests"), UnaryOperator.identity());

        assertThat(loop.problem()).isEmpty();
        assertThat(loop.plan().path("steps").size()).isEqualTo(1);
        assertThat(file(TESTS)).contains("user-profile-update#AC-1", "user-profile-update#AC-6");
    }

    @Test
    @Tag("builtin-engine#AC-4")
    void an_endpoint_whose_restriction_was_not_understood_is_left_out()
            throws IOException, InterruptedException {
        LoopStandIn.copy(Path.of(ProjectCase.NOTES.folder(), "project"), folder);
        var model =
                new BuiltinModel(_ ->
                        new Endpoints()
                                .endpoint(HttpMethod.DELETE, "/v1/notes/{id}")
                                .when(new Condition.Valid(), new Expectation.Status(204))
                                .end()
                                .unread("Only librarians delete notes", "'librarians'")
                                .reading());
        var loop = new LoopStandIn(folder, model);

        loop.run(
                LoopStandIn.briefing("sample", TWO_CRITERIA, "implement"),
                UnaryOperator.identity());

        assertThat(loop.problem())
                .contains("AC-1")
                .contains("\"Only librarians delete notes\" may restrict who may use it");
    }

    @Test
    @Tag("builtin-engine#AC-20")
    void an_endpoint_is_written_without_what_was_not_understood_and_says_so()
            throws IOException, InterruptedException {
        LoopStandIn.copy(Path.of(ProjectCase.NOTES.folder(), "project"), folder);
        var model =
                new BuiltinModel(_ ->
                        new Endpoints()
                                .endpoint(HttpMethod.DELETE, "/v1/notes/{id}")
                                .when(new Condition.Valid(), new Expectation.Status(204))
                                .end()
                                .unread("A pinned note cannot be deleted", "'pinned'")
                                .reading());
        var loop = new LoopStandIn(folder, model);

        loop.run(
                LoopStandIn.briefing("sample", TWO_CRITERIA, "implement"),
                UnaryOperator.identity());

        assertThat(loop.plan().path("notes").toString())
                .contains("A pinned note cannot be deleted")
                .contains("DELETE /v1/notes/{id} is written without it");
        assertThat(file("src/main/java/org/example/notes/web/NoteController.java"))
                .contains("// not built yet: AC-2");
    }

    @Test
    @Tag("builtin-engine#AC-20")
    void an_endpoint_of_which_nothing_can_be_shown_is_not_written()
            throws IOException, InterruptedException {
        LoopStandIn.copy(Path.of(ProjectCase.NOTES.folder(), "project"), folder);
        var model =
                new BuiltinModel(_ ->
                        new Endpoints()
                                .endpoint(HttpMethod.DELETE, "/v1/notes/{id}")
                                .end()
                                .unread("A pinned note cannot be deleted", "'pinned'")
                                .unread("A note in the archive cannot be deleted", "'archive'")
                                .reading());
        var loop = new LoopStandIn(folder, model);

        loop.run(
                LoopStandIn.briefing("sample", TWO_CRITERIA, "implement"),
                UnaryOperator.identity());

        assertThat(loop.problem()).contains("A pinned note cannot be deleted");
        assertThat(loop.problem()).doesNotContain("is written without it");
    }

    private static final String TWO_CRITERIA =
            "# S\n\n## Acceptance Criteria\n\n- [ ] AC-1: One\n- [ ] AC-2: Two\n";

    @Test
    @Tag("builtin-engine#AC-4")
    void an_endpoint_under_two_controllers_is_named_and_left()
            throws IOException, InterruptedException {
        LoopStandIn.copy(SAMPLE, folder);
        String controller = "src/main/java/com/example/profile/api/UserController.java";
        for (String name : List.of("MemberController", "GuestController")) {
            Files.writeString(
                    folder.resolve(controller.replace("UserController", name)),
                    file(controller).replace("UserController", name));
        }
        Files.delete(folder.resolve(controller));
        var loop = new LoopStandIn(folder, new BuiltinModel(_ -> Readings.profileUpdate()));

        loop.run(
                LoopStandIn.briefing(SPEC, file(".kiro/specs/" + SPEC + ".md"), "implement"),
                UnaryOperator.identity());

        assertThat(loop.problem())
                .contains("several controllers answer under the same path")
                .contains("GuestController, MemberController");
    }

    @Test
    @Tag("builtin-engine#AC-4")
    void a_project_without_a_controller_in_java_is_named()
            throws IOException, InterruptedException {
        LoopStandIn.copy(SAMPLE, folder);
        Path api = folder.resolve("src/main/java/com/example/profile/api");
        Files.move(api.resolve("UserController.java"), api.resolve("UserController.kt"));
        var loop = new LoopStandIn(folder, new BuiltinModel(_ -> Readings.profileUpdate()));

        loop.run(
                LoopStandIn.briefing(SPEC, file(".kiro/specs/" + SPEC + ".md"), "implement"),
                UnaryOperator.identity());

        assertThat(loop.problem()).contains("it has no Spring MVC controller in Java");
    }

    @Test
    @Tag("builtin-engine#AC-3")
    void a_new_conversation_goes_on_where_a_stopped_one_left_the_files()
            throws IOException, InterruptedException {
        LoopStandIn whole = run(UnaryOperator.identity());
        List<GivenStep> steps = whole.steps();
        List<String> expected = texts();
        for (int done = 1; done < steps.size(); done++) {
            List<GivenStep> first = steps.subList(0, done);
            deleteAll();
            run(_ -> first);
            var later = new LoopStandIn(folder, new BuiltinModel(_ -> Readings.profileUpdate()));

            later.goOn(
                    LoopStandIn.briefing(SPEC, file(".kiro/specs/" + SPEC + ".md"), "implement"),
                    steps.subList(done, steps.size()));

            assertThat(later.problem()).isEmpty();
            assertThat(texts()).isEqualTo(expected);
        }
    }

    private List<String> texts() throws IOException {
        var texts = new ArrayList<String>();
        for (String path : javaFiles()) {
            texts.add(path + "\n" + file(path));
        }
        return texts;
    }

    private void deleteAll() throws IOException {
        try (Stream<Path> files = Files.walk(folder)) {
            for (Path file : files.sorted(java.util.Comparator.reverseOrder()).toList()) {
                if (!file.equals(folder)) {
                    Files.delete(file);
                }
            }
        }
    }

    @Test
    @Tag("builtin-engine#AC-5")
    void replacing_and_changing_the_same_resource_get_names_of_their_own()
            throws IOException, InterruptedException {
        LoopStandIn.copy(Path.of(ProjectCase.CATALOG.folder(), "project"), folder);
        var price = Readings.optional("price", FieldType.Plain.DECIMAL);
        var model =
                new BuiltinModel(_ ->
                        new Endpoints()
                                .endpoint(HttpMethod.PATCH, "/products/{id}")
                                .takes(price)
                                .when(new Condition.Valid(), new Expectation.Status(200))
                                .end()
                                .endpoint(HttpMethod.PUT, "/products/{id}")
                                .takes(price)
                                .when(new Condition.Valid(), new Expectation.Status(200))
                                .end()
                                .reading());
        var loop = new LoopStandIn(folder, model);

        loop.run(
                LoopStandIn.briefing("sample", TWO_CRITERIA, "implement"),
                UnaryOperator.identity());

        assertThat(loop.problem()).isEmpty();
        assertThat(file("src/main/java/org/example/catalog/product/ProductController.java"))
                .contains("UpdateProductRequest request")
                .contains("ChangeProductRequest request");
    }
}
