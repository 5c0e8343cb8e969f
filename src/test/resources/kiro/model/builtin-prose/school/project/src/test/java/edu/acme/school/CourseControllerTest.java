package edu.acme.school;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import edu.acme.school.course.Course;
import edu.acme.school.course.CourseRepository;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.autoconfigure.web.servlet.AutoConfigureMockMvc;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.annotation.Transactional;

@SpringBootTest
@AutoConfigureMockMvc
@Transactional
class CourseControllerTest {

    @Autowired
    private MockMvc mvc;

    @Autowired
    private CourseRepository courses;

    @Test
    void answersWithACourse() throws Exception {
        Course course = courses.save(new Course("Algebra", "MA-1"));

        mvc.perform(get("/courses/{id}", course.getId()))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.code").value("MA-1"));
    }
}
