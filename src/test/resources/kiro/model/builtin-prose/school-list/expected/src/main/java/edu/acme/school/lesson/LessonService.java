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
    private final CourseRepository courseRepository;

    public LessonService(LessonRepository lessons, CourseRepository courseRepository) {
        this.lessons = lessons;
        this.courseRepository = courseRepository;
    }

    @Transactional(readOnly = true)
    public long count() {
        return lessons.count();
    }

    @Transactional(readOnly = true)
    public List<Lesson> list(Long courseId) {
        courseRepository.findById(courseId)
                .orElseThrow(() -> new CourseNotFoundException(courseId));
        return lessons.findByCourseId(courseId).stream()
                .sorted(Comparator.comparing(Lesson::getTopic))
                .toList();
    }
}
