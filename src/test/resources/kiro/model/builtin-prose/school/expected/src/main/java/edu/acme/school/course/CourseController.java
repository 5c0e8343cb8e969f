package edu.acme.school.course;

import edu.acme.school.lesson.Lesson;
import edu.acme.school.lesson.LessonService;
import jakarta.validation.Valid;
import java.net.URI;
import org.springframework.http.ResponseEntity;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.PostMapping;
import org.springframework.web.bind.annotation.RequestBody;
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

    @PostMapping("/{courseId}/lessons")
    public ResponseEntity<LessonResponse> createLesson(
            @PathVariable Long courseId, @Valid @RequestBody CreateLessonRequest request) {
        Lesson lesson =
                lessonService.create(
                        courseId, request.topic(), request.minutes(), request.heldOn());
        return ResponseEntity.created(
                URI.create("/courses/" + courseId + "/lessons/" + lesson.getId()))
                .body(LessonResponse.of(lesson));
    }
}
