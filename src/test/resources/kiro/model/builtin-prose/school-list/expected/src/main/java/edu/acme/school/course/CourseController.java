package edu.acme.school.course;

import edu.acme.school.lesson.LessonService;
import java.util.List;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;

@RestController
@RequestMapping("/courses")
public class CourseController {

    private final CourseRepository courses;
    private final LessonService lessonService;

    public CourseController(CourseRepository courses, LessonService lessonService) {
        this.courses = courses;
        this.lessonService = lessonService;
    }

    public record CourseDto(Long id, String title, String code) {
    }

    @GetMapping("/{id}")
    public CourseDto byId(@PathVariable Long id) {
        Course course = courses.findById(id).orElseThrow(() -> new CourseNotFoundException(id));
        return new CourseDto(course.getId(), course.getTitle(), course.getCode());
    }

    @GetMapping("/{courseId}/lessons")
    public List<LessonResponse> listLessons(@PathVariable Long courseId) {
        return lessonService.list(courseId).stream().map(LessonResponse::of).toList();
    }
}
