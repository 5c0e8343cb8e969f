package edu.acme.school.lesson;

import edu.acme.school.course.CourseNotFoundException;
import edu.acme.school.course.CourseRepository;
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
    public Lesson update(Long courseId, Long id, String topic, Integer minutes) {
        courses.findById(courseId).orElseThrow(() -> new CourseNotFoundException(courseId));
        Lesson lesson = lessons.findById(id)
                .filter(found -> found.getCourse().getId().equals(courseId))
                .orElseThrow(() -> new LessonNotFoundException(id));
        if (topic != null) {
            lesson.setTopic(topic);
        }
        if (minutes != null) {
            lesson.setMinutes(minutes);
        }
        return lessons.save(lesson);
    }

    @Transactional
    public void delete(Long courseId, Long id) {
        courses.findById(courseId).orElseThrow(() -> new CourseNotFoundException(courseId));
        Lesson lesson = lessons.findById(id)
                .filter(found -> found.getCourse().getId().equals(courseId))
                .orElseThrow(() -> new LessonNotFoundException(id));
        lessons.delete(lesson);
    }

    public Lesson get(Long courseId, Long id) {
        courses.findById(courseId).orElseThrow(() -> new CourseNotFoundException(courseId));
        return lessons.findById(id)
                .filter(found -> found.getCourse().getId().equals(courseId))
                .orElseThrow(() -> new LessonNotFoundException(id));
    }
}
