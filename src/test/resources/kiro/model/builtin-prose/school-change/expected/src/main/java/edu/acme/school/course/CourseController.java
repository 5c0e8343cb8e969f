package edu.acme.school.course;

import edu.acme.school.lesson.LessonService;
import jakarta.validation.Valid;
import org.springframework.http.HttpStatus;
import org.springframework.web.bind.annotation.DeleteMapping;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PatchMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestBody;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.ResponseStatus;
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

    @PatchMapping("/{courseId}/lessons/{lessonId}")
    public LessonResponse updateLesson(
            @PathVariable Long courseId,
            @PathVariable Long lessonId,
            @Valid @RequestBody UpdateLessonRequest request) {
        return LessonResponse.of(
                lessonService.update(courseId, lessonId, request.topic(), request.minutes()));
    }

    @DeleteMapping("/{courseId}/lessons/{lessonId}")
    @ResponseStatus(HttpStatus.NO_CONTENT)
    public void deleteLesson(@PathVariable Long courseId, @PathVariable Long lessonId) {
        lessonService.delete(courseId, lessonId);
    }

    @GetMapping("/{courseId}/lessons/{lessonId}")
    public LessonResponse getLesson(@PathVariable Long courseId, @PathVariable Long lessonId) {
        return LessonResponse.of(lessonService.get(courseId, lessonId));
    }
}
