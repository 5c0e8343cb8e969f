package org.example.tasks.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import org.example.tasks.MovableClock;
import org.example.tasks.entity.Priority;
import org.example.tasks.entity.Task;
import org.example.tasks.repository.TaskRepository;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@AutoConfigureMockMvc
@Transactional
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

    @Autowired private MockMvc mvc;
    @Autowired private MovableClock clock;
    @Autowired private TaskRepository tasks;

    @BeforeEach
    void startAnew() {
        clock.advance(WINDOW);
    }

    @Test
    @Tag("sample#AC-1")
    void creatingATaskAnswersWithTheNewOne() throws Exception {
        mvc.perform(createTask(VALID_CREATE_TASK).header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isCreated())
                .andExpect(header().string(HttpHeaders.LOCATION, containsString("/api/tasks/")))
                .andExpect(jsonPath("$.id").exists())
                .andExpect(jsonPath("$.title").value("New title"))
                .andExpect(jsonPath("$.notes").value("New notes"))
                .andExpect(jsonPath("$.priority").value("HIGH"))
                .andExpect(jsonPath("$.dueDate").value("2099-03-14"))
                .andExpect(jsonPath("$.done").exists());
        assertThat(tasks.findAll()).anySatisfy(one -> {
            assertThat(one.getTitle()).isEqualTo("New title");
            assertThat(one.getNotes()).isEqualTo("New notes");
            assertThat(one.getPriority()).isEqualTo(Priority.HIGH);
            assertThat(one.getDueDate()).isEqualTo(LocalDate.parse("2099-03-14"));
        });
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

        mvc.perform(createTask(body).header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("title")))
                .andExpect(content().string(containsString("notes")))
                .andExpect(content().string(containsString("priority")));
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

        mvc.perform(createTask(body).header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("title")));
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

        mvc.perform(createTask(body).header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("title")));
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

        mvc.perform(createTask(body).header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("title")));
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

        mvc.perform(createTask(body).header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isBadRequest())
                .andExpect(content().string(containsString("priority")));
        assertThat(tasks.count()).isEqualTo(count);
    }

    @Test
    @Tag("sample#AC-3")
    void the6thRequestWithinAnHourIsRefused() throws Exception {
        for (int sent = 0; sent < 5; sent++) {
            mvc.perform(createTask(VALID_CREATE_TASK).header(HttpHeaders.AUTHORIZATION, ALICE))
                    .andExpect(status().isCreated());
        }

        mvc.perform(createTask(VALID_CREATE_TASK).header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isTooManyRequests());
    }

    @Test
    @Tag("sample#AC-4")
    void afterAnHourRequestsAreAnsweredAgain() throws Exception {
        for (int sent = 0; sent < 5; sent++) {
            mvc.perform(createTask(VALID_CREATE_TASK).header(HttpHeaders.AUTHORIZATION, ALICE))
                    .andExpect(status().isCreated());
        }
        mvc.perform(createTask(VALID_CREATE_TASK).header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isTooManyRequests());
        clock.advance(WINDOW);

        mvc.perform(createTask(VALID_CREATE_TASK).header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isCreated());
    }

    @Test
    @Tag("sample#AC-5")
    void creatingATaskWithoutSigningInIsUnauthorized() throws Exception {
        long count = tasks.count();

        mvc.perform(createTask(VALID_CREATE_TASK)).andExpect(status().isUnauthorized());
        assertThat(tasks.count()).isEqualTo(count);
    }

    @Test
    @Tag("sample#AC-5")
    void creatingATaskWithAnInvalidCredentialIsUnauthorized() throws Exception {
        long count = tasks.count();

        mvc.perform(
                createTask(VALID_CREATE_TASK)
                        .header(
                                HttpHeaders.AUTHORIZATION,
                                "Basic " + HttpHeaders.encodeBasicAuth(
                                        "nobody", "wrong", StandardCharsets.UTF_8)))
                .andExpect(status().isUnauthorized());
        assertThat(tasks.count()).isEqualTo(count);
    }

    @Test
    @Tag("sample#AC-6")
    void updatingATaskAnswersWithTheUpdatedOne() throws Exception {
        Task task = storedTask("alice");

        mvc.perform(
                updateTask(task.getId(), VALID_UPDATE_TASK)
                        .header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(task.getId()))
                .andExpect(jsonPath("$.title").value("New title"))
                .andExpect(jsonPath("$.notes").value("New notes"))
                .andExpect(jsonPath("$.priority").value("HIGH"))
                .andExpect(jsonPath("$.dueDate").value("2026-01-05"))
                .andExpect(jsonPath("$.done").value(true));
        Task stored = tasks.findById(task.getId()).orElseThrow();
        assertThat(stored.getTitle()).isEqualTo("New title");
        assertThat(stored.getNotes()).isEqualTo("New notes");
        assertThat(stored.getPriority()).isEqualTo(Priority.HIGH);
        assertThat(stored.isDone()).isTrue();
    }

    @Test
    @Tag("sample#AC-7")
    void updatingTheTaskOfAnotherUserIsForbidden() throws Exception {
        Task task = storedTask("bob");

        mvc.perform(
                updateTask(task.getId(), VALID_UPDATE_TASK)
                        .header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isForbidden());
        Task stored = tasks.findById(task.getId()).orElseThrow();
        assertThat(stored.getTitle()).isEqualTo("Some title");
        assertThat(stored.getNotes()).isEqualTo("Some notes");
        assertThat(stored.getPriority()).isEqualTo(Priority.LOW);
        assertThat(stored.isDone()).isFalse();
    }

    @Test
    @Tag("sample#AC-8")
    void updatingAnUnknownTaskIsNotFound() throws Exception {
        mvc.perform(updateTask(999_999, VALID_UPDATE_TASK).header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isNotFound());
    }

    @Test
    @Tag("sample#AC-9")
    void updatingATaskWithABodyThatCannotBeReadIsRefused() throws Exception {
        Task task = storedTask("alice");

        mvc.perform(updateTask(task.getId(), "{").header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isBadRequest());
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

        mvc.perform(updateTask(task.getId(), body).header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isOk());
        Task stored = tasks.findById(task.getId()).orElseThrow();
        assertThat(stored.getTitle()).isEqualTo("x".repeat(100));
        assertThat(stored.getNotes()).isEqualTo("New notes");
        assertThat(stored.getPriority()).isEqualTo(Priority.HIGH);
        assertThat(stored.isDone()).isTrue();
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

        mvc.perform(updateTask(task.getId(), body).header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isBadRequest());
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

        mvc.perform(deleteTask(task.getId()).header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isNoContent());
        assertThat(tasks.findById(task.getId())).isEmpty();
    }

    @Test
    @Tag("sample#AC-13")
    void deletingATaskTwice() throws Exception {
        Task task = storedTask("alice");
        mvc.perform(deleteTask(task.getId()).header(HttpHeaders.AUTHORIZATION, ALICE));

        mvc.perform(deleteTask(task.getId()).header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isNotFound());
    }

    @Test
    @Tag("sample#AC-14")
    void listingTasksAnswersWithAllOfThem() throws Exception {
        Task task = storedTask("alice");
        Task another = storedTask("bob");

        mvc.perform(listTask().header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.id == %s)]", task.getId()).isNotEmpty())
                .andExpect(jsonPath("$[?(@.id == %s)]", another.getId()).isEmpty());
    }

    private static MockHttpServletRequestBuilder createTask(String body) {
        return post("/api/tasks").contentType(MediaType.APPLICATION_JSON).content(body);
    }

    private static MockHttpServletRequestBuilder updateTask(Object id, String body) {
        return put("/api/tasks/{id}", id).contentType(MediaType.APPLICATION_JSON).content(body);
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

    private static MockHttpServletRequestBuilder deleteTask(Object id) {
        return delete("/api/tasks/{id}", id);
    }

    private static MockHttpServletRequestBuilder listTask() {
        return get("/api/tasks");
    }
}
