package org.example.tasks.controller;

import static org.assertj.core.api.Assertions.assertThat;

import com.jayway.jsonpath.JsonPath;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.example.tasks.MovableClock;
import org.example.tasks.MovableClockConfig;
import org.example.tasks.entity.Priority;
import org.example.tasks.entity.Task;
import org.example.tasks.repository.TaskRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.annotation.DirtiesContext;
import org.springframework.test.web.servlet.client.RestTestClient;

@SpringBootTest(webEnvironment = SpringBootTest.WebEnvironment.RANDOM_PORT)
@DirtiesContext
@Import(MovableClockConfig.class)
class SampleTest {

    private static final Duration WINDOW = Duration.ofHours(1);
    private static final String VALID_CREATE_TASK =
            """
            {
              "title": "New title",
              "notes": "New notes",
              "priority": "HIGH",
              "dueDate": "2099-03-14"
            }
            """;
    private static final String ALICE =
            "Basic " + HttpHeaders.encodeBasicAuth("alice", "alice-pw", StandardCharsets.UTF_8);
    private static final String VALID_UPDATE_TASK =
            """
            {
              "title": "New title",
              "notes": "New notes",
              "priority": "HIGH",
              "done": true
            }
            """;

    @LocalServerPort private int port;
    @Autowired private MovableClock clock;
    @Autowired private TaskRepository tasks;

    private RestTestClient client;

    @BeforeEach
    void startAnew() {
        client = RestTestClient.bindToServer().baseUrl("http://localhost:" + port).build();
        clock.advance(WINDOW);
    }

    @Test
    @Tag("sample#AC-1")
    void creatingATaskAnswersWithTheNewOne() throws Exception {
        Instant before = Instant.now().minusSeconds(1);

        byte[] answer =
                createTask(VALID_CREATE_TASK)
                        .header(HttpHeaders.AUTHORIZATION, ALICE)
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectHeader()
                        .value(
                                HttpHeaders.LOCATION,
                                value -> assertThat(value).contains("/api/tasks/"))
                        .expectBody()
                        .jsonPath("$.title")
                        .isEqualTo("New title")
                        .jsonPath("$.notes")
                        .isEqualTo("New notes")
                        .jsonPath("$.priority")
                        .isEqualTo("HIGH")
                        .jsonPath("$.dueDate")
                        .isEqualTo("2099-03-14")
                        .jsonPath("$.done")
                        .isEqualTo(false)
                        .returnResult()
                        .getResponseBody();
        String id = JsonPath.read(new String(answer, StandardCharsets.UTF_8), "$.id").toString();
        Task made = tasks.findById(Long.parseLong(id)).orElseThrow();
        assertThat(made.getTitle()).isEqualTo("New title");
        assertThat(made.getNotes()).isEqualTo("New notes");
        assertThat(made.getOwner()).isEqualTo("alice");
        assertThat(made.getPriority()).isEqualTo(Priority.HIGH);
        assertThat(made.getDueDate()).isEqualTo(LocalDate.parse("2099-03-14"));
        assertThat(made.isDone()).isFalse();
        assertThat(made.getCreatedAt()).isBetween(before, Instant.now());
        assertThat(made.getUpdatedAt()).isBetween(before, Instant.now());
    }

    @Test
    @Tag("sample#AC-1")
    void creatingATaskWithoutWhatIsOptionalSucceeds() throws Exception {
        String body =
                """
                {
                  "title": "New title",
                  "priority": "HIGH"
                }
                """;
        Instant before = Instant.now().minusSeconds(1);

        byte[] answer =
                createTask(body)
                        .header(HttpHeaders.AUTHORIZATION, ALICE)
                        .exchange()
                        .expectStatus()
                        .isCreated()
                        .expectBody()
                        .returnResult()
                        .getResponseBody();
        String id = JsonPath.read(new String(answer, StandardCharsets.UTF_8), "$.id").toString();
        Task made = tasks.findById(Long.parseLong(id)).orElseThrow();
        assertThat(made.getTitle()).isEqualTo("New title");
        assertThat(made.getNotes()).isNull();
        assertThat(made.getOwner()).isEqualTo("alice");
        assertThat(made.getPriority()).isEqualTo(Priority.HIGH);
        assertThat(made.getDueDate()).isNull();
        assertThat(made.isDone()).isFalse();
        assertThat(made.getCreatedAt()).isBetween(before, Instant.now());
        assertThat(made.getUpdatedAt()).isBetween(before, Instant.now());
    }

    @Test
    @Tag("sample#AC-2")
    void creatingATaskWithInvalidFieldsNamesThem() throws Exception {
        String body =
                """
                {
                  "title": "   ",
                  "notes": "%s",
                  "priority": "something else",
                  "dueDate": "2099-03-14"
                }
                """
                        .formatted("x".repeat(501));
        long count = tasks.count();

        createTask(body)
                .header(HttpHeaders.AUTHORIZATION, ALICE)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .consumeWith(
                        answer -> assertThat(
                                new String(answer.getResponseBodyContent(), StandardCharsets.UTF_8))
                                .contains("title"))
                .consumeWith(
                        answer -> assertThat(
                                new String(answer.getResponseBodyContent(), StandardCharsets.UTF_8))
                                .contains("notes"))
                .consumeWith(
                        answer -> assertThat(
                                new String(answer.getResponseBodyContent(), StandardCharsets.UTF_8))
                                .contains("priority"));
        assertThat(tasks.count()).isEqualTo(count);
    }

    @Test
    @Tag("sample#AC-2")
    void creatingATaskWithTitleTooLongIsRefused() throws Exception {
        String body =
                """
                {
                  "title": "%s",
                  "notes": "New notes",
                  "priority": "HIGH",
                  "dueDate": "2099-03-14"
                }
                """
                        .formatted("x".repeat(101));
        long count = tasks.count();

        createTask(body)
                .header(HttpHeaders.AUTHORIZATION, ALICE)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .consumeWith(
                        answer -> assertThat(
                                new String(answer.getResponseBodyContent(), StandardCharsets.UTF_8))
                                .contains("title"));
        assertThat(tasks.count()).isEqualTo(count);
    }

    @Test
    @Tag("sample#AC-2")
    void creatingATaskWithTitleTooShortIsRefused() throws Exception {
        String body =
                """
                {
                  "title": "",
                  "notes": "New notes",
                  "priority": "HIGH",
                  "dueDate": "2099-03-14"
                }
                """;
        long count = tasks.count();

        createTask(body)
                .header(HttpHeaders.AUTHORIZATION, ALICE)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .consumeWith(
                        answer -> assertThat(
                                new String(answer.getResponseBodyContent(), StandardCharsets.UTF_8))
                                .contains("title"));
        assertThat(tasks.count()).isEqualTo(count);
    }

    @Test
    @Tag("sample#AC-2")
    void creatingATaskWithoutTitleIsRefused() throws Exception {
        String body =
                """
                {
                  "notes": "New notes",
                  "priority": "HIGH",
                  "dueDate": "2099-03-14"
                }
                """;
        long count = tasks.count();

        createTask(body)
                .header(HttpHeaders.AUTHORIZATION, ALICE)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .consumeWith(
                        answer -> assertThat(
                                new String(answer.getResponseBodyContent(), StandardCharsets.UTF_8))
                                .contains("title"));
        assertThat(tasks.count()).isEqualTo(count);
    }

    @Test
    @Tag("sample#AC-2")
    void creatingATaskWithoutPriorityIsRefused() throws Exception {
        String body =
                """
                {
                  "title": "New title",
                  "notes": "New notes",
                  "dueDate": "2099-03-14"
                }
                """;
        long count = tasks.count();

        createTask(body)
                .header(HttpHeaders.AUTHORIZATION, ALICE)
                .exchange()
                .expectStatus()
                .isBadRequest()
                .expectBody()
                .consumeWith(
                        answer -> assertThat(
                                new String(answer.getResponseBodyContent(), StandardCharsets.UTF_8))
                                .contains("priority"));
        assertThat(tasks.count()).isEqualTo(count);
    }

    @Test
    @Tag("sample#AC-3")
    void the6thRequestWithinAnHourIsRefused() throws Exception {
        for (int sent = 0; sent < 5; sent++) {
            createTask(VALID_CREATE_TASK)
                    .header(HttpHeaders.AUTHORIZATION, ALICE)
                    .exchange()
                    .expectStatus()
                    .isCreated();
        }

        createTask(VALID_CREATE_TASK)
                .header(HttpHeaders.AUTHORIZATION, ALICE)
                .exchange()
                .expectStatus()
                .isEqualTo(429);
    }

    @Test
    @Tag("sample#AC-4")
    void afterAnHourRequestsAreAnsweredAgain() throws Exception {
        for (int sent = 0; sent < 5; sent++) {
            createTask(VALID_CREATE_TASK)
                    .header(HttpHeaders.AUTHORIZATION, ALICE)
                    .exchange()
                    .expectStatus()
                    .isCreated();
        }
        createTask(VALID_CREATE_TASK)
                .header(HttpHeaders.AUTHORIZATION, ALICE)
                .exchange()
                .expectStatus()
                .isEqualTo(429);
        clock.advance(WINDOW);

        createTask(VALID_CREATE_TASK)
                .header(HttpHeaders.AUTHORIZATION, ALICE)
                .exchange()
                .expectStatus()
                .isCreated();
    }

    @Test
    @Tag("sample#AC-5")
    void creatingATaskWithoutSigningInIsUnauthorized() throws Exception {
        long count = tasks.count();

        createTask(VALID_CREATE_TASK).exchange().expectStatus().isUnauthorized();
        assertThat(tasks.count()).isEqualTo(count);
    }

    @Test
    @Tag("sample#AC-5")
    void creatingATaskWithAnInvalidCredentialIsUnauthorized() throws Exception {
        long count = tasks.count();

        createTask(VALID_CREATE_TASK)
                .header(
                        HttpHeaders.AUTHORIZATION,
                        "Basic " + HttpHeaders.encodeBasicAuth(
                                "nobody", "wrong", StandardCharsets.UTF_8))
                .exchange()
                .expectStatus()
                .isUnauthorized();
        assertThat(tasks.count()).isEqualTo(count);
    }

    @Test
    @Tag("sample#AC-6")
    void updatingATaskAnswersWithTheUpdatedOne() throws Exception {
        Task task = storedTask("alice");
        Instant before = Instant.now().minusSeconds(1);

        updateTask(task.getId(), VALID_UPDATE_TASK)
                .header(HttpHeaders.AUTHORIZATION, ALICE)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$.id")
                .isEqualTo(task.getId())
                .jsonPath("$.title")
                .isEqualTo("New title")
                .jsonPath("$.notes")
                .isEqualTo("New notes")
                .jsonPath("$.priority")
                .isEqualTo("HIGH")
                .jsonPath("$.dueDate")
                .isEqualTo("2026-01-05")
                .jsonPath("$.done")
                .isEqualTo(true);
        Task stored = tasks.findById(task.getId()).orElseThrow();
        assertThat(stored.getTitle()).isEqualTo("New title");
        assertThat(stored.getNotes()).isEqualTo("New notes");
        assertThat(stored.getPriority()).isEqualTo(Priority.HIGH);
        assertThat(stored.isDone()).isTrue();
        assertThat(tasks.findById(task.getId()).orElseThrow().getUpdatedAt())
                .isBetween(before, Instant.now());
    }

    @Test
    @Tag("sample#AC-6")
    void updatingATaskWithoutWhatIsOptionalSucceeds() throws Exception {
        Task task = storedTask("alice");
        String body =
                """
                {
                  "title": "New title",
                  "priority": "HIGH",
                  "done": true
                }
                """;
        Instant before = Instant.now().minusSeconds(1);

        updateTask(task.getId(), body)
                .header(HttpHeaders.AUTHORIZATION, ALICE)
                .exchange()
                .expectStatus()
                .is2xxSuccessful();
        Task stored = tasks.findById(task.getId()).orElseThrow();
        assertThat(stored.getTitle()).isEqualTo("New title");
        assertThat(stored.getNotes()).isNull();
        assertThat(stored.getPriority()).isEqualTo(Priority.HIGH);
        assertThat(stored.isDone()).isTrue();
        assertThat(tasks.findById(task.getId()).orElseThrow().getUpdatedAt())
                .isBetween(before, Instant.now());
    }

    @Test
    @Tag("sample#AC-7")
    void updatingTheTaskOfAnotherUserIsForbidden() throws Exception {
        Task task = storedTask("bob");

        updateTask(task.getId(), VALID_UPDATE_TASK)
                .header(HttpHeaders.AUTHORIZATION, ALICE)
                .exchange()
                .expectStatus()
                .isForbidden();
        Task stored = tasks.findById(task.getId()).orElseThrow();
        assertThat(stored.getTitle()).isEqualTo("Some title");
        assertThat(stored.getNotes()).isEqualTo("Some notes");
        assertThat(stored.getPriority()).isEqualTo(Priority.LOW);
        assertThat(stored.isDone()).isFalse();
    }

    @Test
    @Tag("sample#AC-8")
    void updatingAnUnknownTaskIsNotFound() throws Exception {
        updateTask(999_999, VALID_UPDATE_TASK)
                .header(HttpHeaders.AUTHORIZATION, ALICE)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    @Tag("sample#AC-9")
    void updatingATaskWithABodyThatCannotBeReadIsRefused() throws Exception {
        Task task = storedTask("alice");

        updateTask(task.getId(), "{")
                .header(HttpHeaders.AUTHORIZATION, ALICE)
                .exchange()
                .expectStatus()
                .isBadRequest();
        Task stored = tasks.findById(task.getId()).orElseThrow();
        assertThat(stored.getTitle()).isEqualTo("Some title");
        assertThat(stored.getNotes()).isEqualTo("Some notes");
        assertThat(stored.getPriority()).isEqualTo(Priority.LOW);
        assertThat(stored.isDone()).isFalse();
    }

    @Test
    @Tag("sample#AC-10")
    void updatingATaskWithATitleOf100CharactersSucceeds() throws Exception {
        Task task = storedTask("alice");
        String body =
                """
                {
                  "title": "%s",
                  "notes": "New notes",
                  "priority": "HIGH",
                  "done": true
                }
                """
                        .formatted("x".repeat(100));
        Instant before = Instant.now().minusSeconds(1);

        updateTask(task.getId(), body)
                .header(HttpHeaders.AUTHORIZATION, ALICE)
                .exchange()
                .expectStatus()
                .isOk();
        Task stored = tasks.findById(task.getId()).orElseThrow();
        assertThat(stored.getTitle()).isEqualTo("x".repeat(100));
        assertThat(stored.getNotes()).isEqualTo("New notes");
        assertThat(stored.getPriority()).isEqualTo(Priority.HIGH);
        assertThat(stored.isDone()).isTrue();
        assertThat(tasks.findById(task.getId()).orElseThrow().getUpdatedAt())
                .isBetween(before, Instant.now());
    }

    @Test
    @Tag("sample#AC-11")
    void updatingATaskWithATitleOf101CharactersIsRefused() throws Exception {
        Task task = storedTask("alice");
        String body =
                """
                {
                  "title": "%s",
                  "notes": "New notes",
                  "priority": "HIGH",
                  "done": true
                }
                """
                        .formatted("x".repeat(101));

        updateTask(task.getId(), body)
                .header(HttpHeaders.AUTHORIZATION, ALICE)
                .exchange()
                .expectStatus()
                .isBadRequest();
        Task stored = tasks.findById(task.getId()).orElseThrow();
        assertThat(stored.getTitle()).isEqualTo("Some title");
        assertThat(stored.getNotes()).isEqualTo("Some notes");
        assertThat(stored.getPriority()).isEqualTo(Priority.LOW);
        assertThat(stored.isDone()).isFalse();
    }

    @Test
    @Tag("sample#AC-12")
    void deletingATaskRemovesIt() throws Exception {
        Task task = storedTask("alice");

        deleteTask(task.getId())
                .header(HttpHeaders.AUTHORIZATION, ALICE)
                .exchange()
                .expectStatus()
                .isNoContent();
        assertThat(tasks.findById(task.getId())).isEmpty();
    }

    @Test
    @Tag("sample#AC-13")
    void deletingATaskTwice() throws Exception {
        Task task = storedTask("alice");
        deleteTask(task.getId())
                .header(HttpHeaders.AUTHORIZATION, ALICE)
                .exchange()
                .expectStatus()
                .isNoContent();

        deleteTask(task.getId())
                .header(HttpHeaders.AUTHORIZATION, ALICE)
                .exchange()
                .expectStatus()
                .isNotFound();
    }

    @Test
    @Tag("sample#AC-14")
    void listingTasksAnswersWithAllOfThem() throws Exception {
        Task task = storedTask("alice");
        Task another = storedTask("bob");
        Task second = storedOtherTask("alice");

        listTask()
                .header(HttpHeaders.AUTHORIZATION, ALICE)
                .exchange()
                .expectStatus()
                .isOk()
                .expectBody()
                .jsonPath("$[?(@.id == %s)]".formatted(task.getId()))
                .isNotEmpty()
                .jsonPath("$[?(@.id == %s)].title".formatted(task.getId()))
                .isEqualTo("Some title")
                .jsonPath("$[?(@.id == %s)].notes".formatted(task.getId()))
                .isEqualTo("Some notes")
                .jsonPath("$[?(@.id == %s)].priority".formatted(task.getId()))
                .isEqualTo("LOW")
                .jsonPath("$[?(@.id == %s)].dueDate".formatted(task.getId()))
                .isEqualTo("2026-01-05")
                .jsonPath("$[?(@.id == %s)].done".formatted(task.getId()))
                .isEqualTo(false)
                .jsonPath("$[?(@.id == %s)]".formatted(another.getId()))
                .isEmpty()
                .jsonPath("$[?(@.id == %s)]".formatted(second.getId()))
                .isNotEmpty();
    }

    private RestTestClient.RequestHeadersSpec<?> createTask(String body) {
        return client.post().uri("/api/tasks").contentType(MediaType.APPLICATION_JSON).body(body);
    }

    private RestTestClient.RequestHeadersSpec<?> updateTask(Object id, String body) {
        return client.put()
                .uri("/api/tasks/{id}", id)
                .contentType(MediaType.APPLICATION_JSON)
                .body(body);
    }

    private Task storedTask(String owner) {
        Task task = new Task("Some title", owner, Priority.LOW);
        task.setNotes("Some notes");
        task.setDueDate(LocalDate.of(2026, 1, 5));
        task.setDone(false);
        task.setCreatedAt(Instant.parse("2026-01-05T09:00:00Z"));
        task.setUpdatedAt(Instant.parse("2026-01-05T09:00:00Z"));
        return tasks.save(task);
    }

    private RestTestClient.RequestHeadersSpec<?> deleteTask(Object id) {
        return client.delete().uri("/api/tasks/{id}", id);
    }

    private RestTestClient.RequestHeadersSpec<?> listTask() {
        return client.get().uri("/api/tasks");
    }

    private Task storedOtherTask(String owner) {
        Task task = new Task("Some title", owner, Priority.MEDIUM);
        task.setNotes("Some notes");
        task.setDueDate(LocalDate.of(2026, 1, 5));
        task.setDone(false);
        task.setCreatedAt(Instant.parse("2026-01-05T09:00:00Z"));
        task.setUpdatedAt(Instant.parse("2026-01-05T09:00:00Z"));
        return tasks.save(task);
    }
}
