package edu.acme.school;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
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
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class ProseTest {

    private static final String VALID_CREATE =
            """
            {
              "topic": "New topic",
              "minutes": 16,
              "heldOn": "2099-03-14"
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
    void creatingALessonAnswersWithTheNewOne() throws Exception {
        mvc.perform(create(course.getId(), VALID_CREATE))
                .andExpect(status().isCreated())
                .andExpect(jsonPath("$.id").value(newLesson().getId()))
                .andExpect(jsonPath("$.topic").value("New topic"))
                .andExpect(jsonPath("$.minutes").value(16))
                .andExpect(jsonPath("$.heldOn").value("2099-03-14"))
                .andExpect(header().string(HttpHeaders.LOCATION, containsString("/lessons/")));
        assertThat(lessons.findAll()).anySatisfy(one -> {
            assertThat(one.getTopic()).isEqualTo("New topic");
            assertThat(one.getMinutes()).isEqualTo(16);
            assertThat(one.getHeldOn()).isEqualTo(LocalDate.parse("2099-03-14"));
            assertThat(one.getCourse().getId()).isEqualTo(course.getId());
        });
    }

    @Test
    @Tag("prose#AC-1")
    void creatingALessonWithoutWhatIsOptionalSucceeds() throws Exception {
        String body =
                """
                {
                  "topic": "New topic",
                  "minutes": 16
                }
                """;

        mvc.perform(create(course.getId(), body)).andExpect(status().isCreated());
        assertThat(lessons.findAll()).anySatisfy(one -> {
            assertThat(one.getTopic()).isEqualTo("New topic");
            assertThat(one.getMinutes()).isEqualTo(16);
            assertThat(one.getHeldOn()).isNull();
            assertThat(one.getCourse().getId()).isEqualTo(course.getId());
        });
    }

    @Test
    @Tag("prose#AC-2")
    void creatingALessonWithAnInvalidTopicIsRefused() throws Exception {
        String body =
                """
                {
                  "minutes": 16,
                  "heldOn": "2099-03-14"
                }
                """;
        long count = lessons.count();

        mvc.perform(create(course.getId(), body)).andExpect(status().isBadRequest());
        assertThat(lessons.count()).isEqualTo(count);
    }

    @Test
    @Tag("prose#AC-3")
    void creatingALessonWithAnInvalidMinutesIsRefused() throws Exception {
        String body =
                """
                {
                  "topic": "New topic",
                  "minutes": 181,
                  "heldOn": "2099-03-14"
                }
                """;
        long count = lessons.count();

        mvc.perform(create(course.getId(), body)).andExpect(status().isBadRequest());
        assertThat(lessons.count()).isEqualTo(count);
    }

    @Test
    @Tag("prose#AC-3")
    void creatingALessonWithAnInvalidMinutesIsRefused2() throws Exception {
        String body =
                """
                {
                  "topic": "New topic",
                  "minutes": 14,
                  "heldOn": "2099-03-14"
                }
                """;
        long count = lessons.count();

        mvc.perform(create(course.getId(), body)).andExpect(status().isBadRequest());
        assertThat(lessons.count()).isEqualTo(count);
    }

    @Test
    @Tag("prose#AC-4")
    void creatingALessonOfAnUnknownCourseIsNotFound() throws Exception {
        long count = lessons.count();

        mvc.perform(create(999_999, VALID_CREATE)).andExpect(status().isNotFound());
        assertThat(lessons.count()).isEqualTo(count);
    }

    @Test
    @Tag("prose#AC-5")
    void creatingALessonWithAnInvalidHeldOnIsRefused() throws Exception {
        String body =
                """
                {
                  "topic": "New topic",
                  "minutes": 16,
                  "heldOn": "2001-01-01"
                }
                """;
        long count = lessons.count();

        mvc.perform(create(course.getId(), body)).andExpect(status().isBadRequest());
        assertThat(lessons.count()).isEqualTo(count);
    }

    private static MockHttpServletRequestBuilder create(Object courseId, String body) {
        return post("/courses/{courseId}/lessons", courseId)
                .contentType(MediaType.APPLICATION_JSON)
                .content(body);
    }

    private Course storedCourse() {
        Course course = new Course("Some title", "some-code-" + ++lastText);
        return courses.save(course);
    }

    private Lesson newLesson() {
        return lessons.findAll().stream()
                .filter(one -> "New topic".equals(one.getTopic()))
                .findFirst()
                .orElseThrow();
    }
}
