package edu.acme.school;

import static org.hamcrest.Matchers.containsInRelativeOrder;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
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
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class ProseTest {

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
    void listingLessonsAnswersWithAllOfThem() throws Exception {
        Lesson another = storedLesson();
        course = storedCourse();
        Lesson lesson = storedLesson();

        mvc.perform(list(course.getId()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.id == %s)]", lesson.getId()).isNotEmpty())
                .andExpect(jsonPath("$[?(@.id == %s)].topic", lesson.getId()).value("Some topic"))
                .andExpect(jsonPath("$[?(@.id == %s)].minutes", lesson.getId()).value(1))
                .andExpect(jsonPath("$[?(@.id == %s)].heldOn", lesson.getId()).value("2026-01-05"))
                .andExpect(jsonPath("$[?(@.id == %s)]", another.getId()).isEmpty());
    }

    @Test
    @Tag("prose#AC-2")
    void listingLessonsAnswersWithAllOfThem2() throws Exception {
        Lesson another = storedLesson();
        course = storedCourse();
        Lesson lesson = storedLesson();

        mvc.perform(list(course.getId()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$[?(@.id == %s)]", lesson.getId()).isNotEmpty())
                .andExpect(jsonPath("$[?(@.id == %s)].topic", lesson.getId()).value("Some topic"))
                .andExpect(jsonPath("$[?(@.id == %s)].minutes", lesson.getId()).value(1))
                .andExpect(jsonPath("$[?(@.id == %s)].heldOn", lesson.getId()).value("2026-01-05"))
                .andExpect(jsonPath("$[?(@.id == %s)]", another.getId()).isEmpty());
    }

    @Test
    @Tag("prose#AC-3")
    void listingLessonsSortsThemByTopic() throws Exception {
        Lesson lesson = storedLastTopicLesson();
        Lesson another = storedFirstTopicLesson();

        mvc.perform(list(course.getId()))
                .andExpect(status().isOk())
                .andExpect(
                        jsonPath("$[*].id")
                                .value(
                                        containsInRelativeOrder(
                                                another.getId().intValue(),
                                                lesson.getId().intValue())));
    }

    @Test
    @Tag("prose#AC-4")
    void listingLessonsOfWhichThereAreNoneIsEmpty() throws Exception {
        storedLesson();
        course = storedCourse();

        mvc.perform(list(course.getId()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$").isEmpty());
    }

    @Test
    @Tag("prose#AC-5")
    void listingLessonsOfAnUnknownCourseIsNotFound() throws Exception {
        mvc.perform(list(999_999)).andExpect(status().isNotFound());
    }

    private static MockHttpServletRequestBuilder list(Object courseId) {
        return get("/courses/{courseId}/lessons", courseId);
    }

    private Course storedCourse() {
        Course course = new Course("Some title", "some-code-" + ++lastText);
        return courses.save(course);
    }

    private Lesson storedLesson() {
        Lesson lesson = new Lesson(course, "Some topic", 1, LocalDate.of(2026, 1, 5));
        return lessons.save(lesson);
    }

    private Lesson storedLastTopicLesson() {
        Lesson lesson = new Lesson(course, "Bb second", 1, LocalDate.of(2026, 1, 5));
        return lessons.save(lesson);
    }

    private Lesson storedFirstTopicLesson() {
        Lesson lesson = new Lesson(course, "Aa first", 1, LocalDate.of(2026, 1, 5));
        return lessons.save(lesson);
    }
}
