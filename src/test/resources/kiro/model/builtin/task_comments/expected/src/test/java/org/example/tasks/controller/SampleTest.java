package org.example.tasks.controller;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import org.example.tasks.entity.Comment;
import org.example.tasks.entity.CommentMood;
import org.example.tasks.entity.Priority;
import org.example.tasks.entity.Task;
import org.example.tasks.repository.CommentRepository;
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

    private static final String VALID_CREATE_COMMENT =
            """
            {
              "text": "New text",
              "mood": "SAD"
            }
            """;
    private static final String ALICE =
            "Basic " + HttpHeaders.encodeBasicAuth("alice", "alice-pw", StandardCharsets.UTF_8);
    private static final String VALID_UPDATE_PLACE =
            """
            {
              "room": "New room",
              "seats": 7
            }
            """;

    @Autowired private MockMvc mvc;
    @Autowired private TaskRepository tasks;
    @Autowired private CommentRepository comments;

    private Task task;

    @BeforeEach
    void startAnew() {
        task = storedTask("alice");
    }

    @Test
    @Tag("sample#AC-1")
    void creatingACommentAnswersWithTheNewOne() throws Exception {
        Instant before = Instant.now().minusSeconds(1);

        mvc.perform(
                createComment(task.getId(), VALID_CREATE_COMMENT)
                        .header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.id").value(newComment().getId()))
                .andExpect(jsonPath("$.taskId").value(newComment().getTaskId()))
                .andExpect(jsonPath("$.author").value("alice"))
                .andExpect(jsonPath("$.text").value("New text"))
                .andExpect(jsonPath("$.mood").value("SAD"))
                .andExpect(jsonPath("$.createdAt").exists());
        assertThat(comments.findAll()).anySatisfy(one -> {
            assertThat(one.getAuthor()).isEqualTo("alice");
            assertThat(one.getText()).isEqualTo("New text");
            assertThat(one.getMood()).isEqualTo(CommentMood.SAD);
            assertThat(one.getTaskId()).isEqualTo(task.getId());
            assertThat(one.getCreatedAt()).isBetween(before, Instant.now());
        });
    }

    @Test
    @Tag("sample#AC-1")
    void creatingACommentWithoutWhatIsOptionalSucceeds() throws Exception {
        String body =
                """
                {"text": "New text"}
                """;
        Instant before = Instant.now().minusSeconds(1);

        mvc.perform(createComment(task.getId(), body).header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isCreated());
        assertThat(comments.findAll()).anySatisfy(one -> {
            assertThat(one.getAuthor()).isEqualTo("alice");
            assertThat(one.getText()).isEqualTo("New text");
            assertThat(one.getMood()).isNull();
            assertThat(one.getTaskId()).isEqualTo(task.getId());
            assertThat(one.getCreatedAt()).isBetween(before, Instant.now());
        });
    }

    @Test
    @Tag("sample#AC-2")
    void creatingACommentAnswersWithTheNewOne2() throws Exception {
        Instant before = Instant.now().minusSeconds(1);

        mvc.perform(
                createComment(task.getId(), VALID_CREATE_COMMENT)
                        .header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isCreated());
        assertThat(comments.findAll()).anySatisfy(one -> {
            assertThat(one.getAuthor()).isEqualTo("alice");
            assertThat(one.getText()).isEqualTo("New text");
            assertThat(one.getMood()).isEqualTo(CommentMood.SAD);
            assertThat(one.getTaskId()).isEqualTo(task.getId());
            assertThat(one.getCreatedAt()).isBetween(before, Instant.now());
        });
    }

    @Test
    @Tag("sample#AC-3")
    void creatingACommentWithInvalidFieldsIsRefused() throws Exception {
        String body =
                """
                {
                  "text": "   ",
                  "mood": "something else"
                }
                """;
        long count = comments.count();

        mvc.perform(createComment(task.getId(), body).header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isBadRequest());
        assertThat(comments.count()).isEqualTo(count);
    }

    @Test
    @Tag("sample#AC-3")
    void creatingACommentWithBlankTextIsRefused() throws Exception {
        String body =
                """
                {
                  "text": "   ",
                  "mood": "SAD"
                }
                """;
        long count = comments.count();

        mvc.perform(createComment(task.getId(), body).header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isBadRequest());
        assertThat(comments.count()).isEqualTo(count);
    }

    @Test
    @Tag("sample#AC-3")
    void creatingACommentWithTextTooLongIsRefused() throws Exception {
        String body =
                """
                {
                  "text": "%s",
                  "mood": "SAD"
                }
                """
                        .formatted("x".repeat(501));
        long count = comments.count();

        mvc.perform(createComment(task.getId(), body).header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isBadRequest());
        assertThat(comments.count()).isEqualTo(count);
    }

    @Test
    @Tag("sample#AC-3")
    void creatingACommentWithoutTextIsRefused() throws Exception {
        String body =
                """
                {"mood": "SAD"}
                """;
        long count = comments.count();

        mvc.perform(createComment(task.getId(), body).header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isBadRequest());
        assertThat(comments.count()).isEqualTo(count);
    }

    @Test
    @Tag("sample#AC-3")
    void creatingACommentWithMoodThatIsNotAllowedIsRefused() throws Exception {
        String body =
                """
                {
                  "text": "New text",
                  "mood": "something else"
                }
                """;
        long count = comments.count();

        mvc.perform(createComment(task.getId(), body).header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isBadRequest());
        assertThat(comments.count()).isEqualTo(count);
    }

    @Test
    @Tag("sample#AC-4")
    void creatingACommentOfAnUnknownTaskIsNotFound() throws Exception {
        long count = comments.count();

        mvc.perform(
                createComment(999_999, VALID_CREATE_COMMENT)
                        .header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isNotFound());
        assertThat(comments.count()).isEqualTo(count);
    }

    @Test
    @Tag("sample#AC-5")
    void creatingACommentWithoutSigningInIsUnauthorized() throws Exception {
        long count = comments.count();

        mvc.perform(createComment(task.getId(), VALID_CREATE_COMMENT))
                .andExpect(status().isUnauthorized());
        assertThat(comments.count()).isEqualTo(count);
    }

    @Test
    @Tag("sample#AC-5")
    void creatingACommentWithAnInvalidCredentialIsUnauthorized() throws Exception {
        long count = comments.count();

        mvc.perform(
                createComment(task.getId(), VALID_CREATE_COMMENT)
                        .header(
                                HttpHeaders.AUTHORIZATION,
                                "Basic " + HttpHeaders.encodeBasicAuth(
                                        "nobody", "wrong", StandardCharsets.UTF_8)))
                .andExpect(status().isUnauthorized());
        assertThat(comments.count()).isEqualTo(count);
    }

    @Test
    @Tag("sample#AC-6")
    void listingCommentsAnswersWithAllOfThem() throws Exception {
        Comment another = storedComment("alice");
        task = storedTask("alice");
        Comment comment = storedComment("alice");

        mvc.perform(listComment(task.getId()).header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.id == %s)]", comment.getId()).isNotEmpty())
                .andExpect(
                        jsonPath(
                                "$[?(@.id == %s && @.taskId == %s)]",
                                comment.getId(),
                                comment.getTaskId())
                                .isNotEmpty())
                .andExpect(jsonPath("$[?(@.id == %s)].author", comment.getId()).value("alice"))
                .andExpect(jsonPath("$[?(@.id == %s)].text", comment.getId()).value("Some text"))
                .andExpect(jsonPath("$[?(@.id == %s)].mood", comment.getId()).value("GLAD"))
                .andExpect(
                        jsonPath("$[?(@.id == %s)].createdAt", comment.getId())
                                .value("2026-01-05T09:00:00Z"))
                .andExpect(jsonPath("$[?(@.id == %s)]", another.getId()).isEmpty());
    }

    @Test
    @Tag("sample#AC-7")
    void updatingAPlaceAnswersWithTheUpdatedOne() throws Exception {
        Task task = storedTask("alice");
        Instant before = Instant.now().minusSeconds(1);

        mvc.perform(
                updatePlace(task.getId(), VALID_UPDATE_PLACE)
                        .header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(task.getId()))
                .andExpect(jsonPath("$.title").value("Some title"))
                .andExpect(jsonPath("$.room").value("New room"))
                .andExpect(jsonPath("$.seats").value(7));
        Task stored = tasks.findById(task.getId()).orElseThrow();
        assertThat(stored.getRoom()).isEqualTo("New room");
        assertThat(stored.getSeats()).isEqualTo(7);
        assertThat(tasks.findById(task.getId()).orElseThrow().getUpdatedAt())
                .isBetween(before, Instant.now());
    }

    @Test
    @Tag("sample#AC-7")
    void updatingAPlaceWithoutWhatIsOptionalSucceeds() throws Exception {
        Task task = storedTask("alice");
        String body =
                """
                {"room": "New room"}
                """;
        Instant before = Instant.now().minusSeconds(1);

        mvc.perform(updatePlace(task.getId(), body).header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isOk());
        Task stored = tasks.findById(task.getId()).orElseThrow();
        assertThat(stored.getRoom()).isEqualTo("New room");
        assertThat(stored.getSeats()).isNull();
        assertThat(tasks.findById(task.getId()).orElseThrow().getUpdatedAt())
                .isBetween(before, Instant.now());
    }

    @Test
    @Tag("sample#AC-8")
    void updatingAPlaceSucceeds() throws Exception {
        Task task = storedTask("alice");
        Instant before = Instant.now().minusSeconds(1);

        mvc.perform(
                updatePlace(task.getId(), VALID_UPDATE_PLACE)
                        .header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isOk());
        Task stored = tasks.findById(task.getId()).orElseThrow();
        assertThat(stored.getRoom()).isEqualTo("New room");
        assertThat(stored.getSeats()).isEqualTo(7);
        assertThat(tasks.findById(task.getId()).orElseThrow().getUpdatedAt())
                .isBetween(before, Instant.now());
    }

    @Test
    @Tag("sample#AC-9")
    void updatingThePlaceOfAnotherUserIsForbidden() throws Exception {
        Task task = storedTask("bob");

        mvc.perform(
                updatePlace(task.getId(), VALID_UPDATE_PLACE)
                        .header(HttpHeaders.AUTHORIZATION, ALICE))
                .andExpect(status().isForbidden());
        Task stored = tasks.findById(task.getId()).orElseThrow();
        assertThat(stored.getRoom()).isEqualTo("Some room");
        assertThat(stored.getSeats()).isEqualTo(1);
    }

    private static MockHttpServletRequestBuilder createComment(Object id, String body) {
        return post("/api/tasks/{id}/comments", id)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private Task storedTask(String owner) {
        Task task = new Task("Some title", owner, Priority.LOW);
        task.setNotes("Some notes");
        task.setDueDate(LocalDate.of(2026, 1, 5));
        task.setDone(false);
        task.setCreatedAt(Instant.parse("2026-01-05T09:00:00Z"));
        task.setUpdatedAt(Instant.parse("2026-01-05T09:00:00Z"));
        task.setRoom("Some room");
        task.setSeats(1);
        return tasks.save(task);
    }

    private Comment newComment() {
        return comments.findAll().stream()
                .filter(one -> "New text".equals(one.getText()))
                .findFirst()
                .orElseThrow();
    }

    private static MockHttpServletRequestBuilder listComment(Object id) {
        return get("/api/tasks/{id}/comments", id);
    }

    private Comment storedComment(String author) {
        Comment comment =
                new Comment(
                        task.getId(),
                        author,
                        "Some text",
                        CommentMood.GLAD,
                        Instant.parse("2026-01-05T09:00:00Z"));
        return comments.save(comment);
    }

    private static MockHttpServletRequestBuilder updatePlace(Object id, String body) {
        return put("/api/tasks/{id}/place", id)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }
}
