package edu.acme.school.lesson;

import edu.acme.school.course.Course;
import edu.acme.school.course.CourseNotFoundException;
import edu.acme.school.course.CourseRepository;
import java.time.LocalDate;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class LessonService {

    private final LessonRepository lessons;
    private final CourseRepository courseRepository;

    public LessonService(LessonRepository lessons, CourseRepository courseRepository) {
        this.lessons = lessons;
        this.courseRepository = courseRepository;
    }

    @Transactional(readOnly = true)
    public long count() {
        return lessons.count();
    }

    @Transactional
    public Lesson create(Long courseId, String topic, int minutes, LocalDate heldOn) {
        Course course =
                courseRepository.findById(courseId)
                        .orElseThrow(() -> new CourseNotFoundException(courseId));
        return lessons.save(new Lesson(course, topic, minutes, heldOn));
    }
}
