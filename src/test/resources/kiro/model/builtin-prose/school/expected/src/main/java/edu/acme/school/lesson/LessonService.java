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
    private final CourseRepository courses;

    public LessonService(LessonRepository lessons, CourseRepository courses) {
        this.lessons = lessons;
        this.courses = courses;
    }

    @Transactional(readOnly = true)
    public long count() {
        return lessons.count();
    }

    @Transactional
    public Lesson create(Long courseId, String topic, int minutes, LocalDate heldOn) {
        Course course =
                courses.findById(courseId).orElseThrow(() -> new CourseNotFoundException(courseId));
        return lessons.save(new Lesson(course, topic, minutes, heldOn));
    }
}
