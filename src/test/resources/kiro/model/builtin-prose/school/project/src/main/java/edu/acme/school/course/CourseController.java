package edu.acme.school.course;

import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/courses")
public class CourseController {

    private final CourseRepository courses;

    public CourseController(CourseRepository courses) {
        this.courses = courses;
    }

    public record CourseDto(Long id, String title, String code) {
    }

    @GetMapping("/{id}")
    public CourseDto byId(@PathVariable Long id) {
        Course course = courses.findById(id).orElseThrow(() -> new CourseNotFoundException(id));
        return new CourseDto(course.getId(), course.getTitle(), course.getCode());
    }
}
