package edu.acme.school.course;

import edu.acme.school.lesson.Lesson;
import java.time.LocalDate;

public record LessonResponse(
        Long id,
        String topic,
        int minutes,
        LocalDate heldOn) {

    static LessonResponse of(Lesson lesson) {
        return new LessonResponse(
                lesson.getId(), lesson.getTopic(), lesson.getMinutes(), lesson.getHeldOn());
    }
}
