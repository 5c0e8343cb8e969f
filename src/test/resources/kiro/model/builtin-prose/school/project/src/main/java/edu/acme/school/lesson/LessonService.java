package edu.acme.school.lesson;

import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

@Service
public class LessonService {

    private final LessonRepository lessons;

    public LessonService(LessonRepository lessons) {
        this.lessons = lessons;
    }

    @Transactional(readOnly = true)
    public long count() {
        return lessons.count();
    }
}
