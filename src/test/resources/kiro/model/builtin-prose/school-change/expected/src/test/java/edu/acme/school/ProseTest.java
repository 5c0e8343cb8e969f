package edu.acme.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.patch;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import edu.acme.school.course.Course;
import edu.acme.school.course.CourseRepository;
import edu.acme.school.lesson.Lesson;
import edu.acme.school.lesson.LessonRepository;
import java.time.LocalDate;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class ProseTest {

    private static final String VALID_UPDATE_LESSON =
            """
            {
              "topic": "New topic",
              "minutes": 16
            }
            """;

    @Autowired private MockMvc mvc;
    @Autowired private CourseRepository courses;
    @Autowired private LessonRepository lessons;

    private int lastText;
    private Course course;

    @BeforeEach
    void startAnew() {
        course = storedCourse();
    }

    @Test
    @Tag("prose#AC-1")
    void changingALessonWithoutMinutes() throws Exception {
        Lesson lesson = storedLesson();
        String body =
                """
                {"topic": "New topic"}
                """;
        var formerMinutes = lessons.findById(lesson.getId()).orElseThrow().getMinutes();

        mvc.perform(updateLesson(course.getId(), lesson.getId(), body)).andExpect(status().isOk());
        assertThat(lessons.findById(lesson.getId()).orElseThrow().getMinutes())
                .isEqualTo(formerMinutes);
        Lesson stored = lessons.findById(lesson.getId()).orElseThrow();
        assertThat(stored.getTopic()).isEqualTo("New topic");
        assertThat(stored.getMinutes()).isEqualTo(1);
    }

    @Test
    @Tag("prose#AC-2")
    void changingALessonWith5AsMinutesIsRefused() throws Exception {
        Lesson lesson = storedLesson();
        String body =
                """
                {
                  "topic": "New topic",
                  "minutes": 5
                }
                """;

        mvc.perform(updateLesson(course.getId(), lesson.getId(), body))
                .andExpect(status().isBadRequest());
        Lesson stored = lessons.findById(lesson.getId()).orElseThrow();
        assertThat(stored.getTopic()).isEqualTo("Some topic");
        assertThat(stored.getMinutes()).isEqualTo(1);
    }

    @Test
    @Tag("prose#AC-3")
    void changingAnUnknownLessonIsNotFound() throws Exception {
        mvc.perform(updateLesson(course.getId(), 999_999, VALID_UPDATE_LESSON))
                .andExpect(status().isNotFound());
    }

    @Test
    @Tag("prose#AC-4")
    void changingALessonOfAnotherCourseIsNotFound() throws Exception {
        Lesson lesson = storedLesson();
        course = storedCourse();

        mvc.perform(updateLesson(course.getId(), lesson.getId(), VALID_UPDATE_LESSON))
                .andExpect(status().isNotFound());
        Lesson stored = lessons.findById(lesson.getId()).orElseThrow();
        assertThat(stored.getTopic()).isEqualTo("Some topic");
        assertThat(stored.getMinutes()).isEqualTo(1);
    }

    @Test
    @Tag("prose#AC-5")
    void deletingALessonRemovesIt() throws Exception {
        Lesson lesson = storedLesson();

        mvc.perform(deleteLesson(course.getId(), lesson.getId())).andExpect(status().isNoContent());
        assertThat(lessons.findById(lesson.getId())).isEmpty();
    }

    @Test
    @Tag("prose#AC-6")
    void readingALessonAnswersWithIt() throws Exception {
        Lesson lesson = storedLesson();

        mvc.perform(getLesson(course.getId(), lesson.getId()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.id").value(lesson.getId()))
                .andExpect(jsonPath("$.topic").value("Some topic"))
                .andExpect(jsonPath("$.minutes").value(1))
                .andExpect(jsonPath("$.heldOn").value("2026-01-05"));
    }

    @Test
    @Tag("prose#AC-7")
    void readingALessonOfAnUnknownCourseIsNotFound() throws Exception {
        Lesson lesson = storedLesson();

        mvc.perform(getLesson(999_999, lesson.getId())).andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder updateLesson(
            Object courseId, Object id, String body) {
        return patch("/courses/{courseId}/lessons/{lessonId}", courseId, id)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private Course storedCourse() {
        Course course = new Course("Some title", "some-code-" + ++lastText);
        return courses.save(course);
    }

    private Lesson storedLesson() {
        Lesson lesson = new Lesson(course, "Some topic", 1, LocalDate.of(2026, 1, 5));
        return lessons.save(lesson);
    }

    private static MockHttpServletRequestBuilder deleteLesson(Object courseId, Object id) {
        return delete("/courses/{courseId}/lessons/{lessonId}", courseId, id);
    }

    private static MockHttpServletRequestBuilder getLesson(Object courseId, Object id) {
        return get("/courses/{courseId}/lessons/{lessonId}", courseId, id);
    }
}
