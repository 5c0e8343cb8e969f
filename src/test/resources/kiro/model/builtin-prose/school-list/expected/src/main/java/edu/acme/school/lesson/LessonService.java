package edu.acme.school.lesson;

import edu.acme.school.course.CourseNotFoundException;
import edu.acme.school.course.CourseRepository;
import java.util.Comparator;
import java.util.List;
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

    @Transactional(readOnly = true)
    public List<Lesson> list(Long courseId) {
        courses.findById(courseId).orElseThrow(() -> new CourseNotFoundException(courseId));
        return lessons.findByCourseId(courseId).stream()
                .sorted(Comparator.comparing(Lesson::getTopic))
                .toList();
    }
}
