package org.example.tasks.dto;

import org.example.tasks.entity.Task;

public record PlaceResponse(
        Long id,
        String title,
        String room,
        Integer seats) {

    public static PlaceResponse of(Task task) {
        return new PlaceResponse(task.getId(), task.getTitle(), task.getRoom(), task.getSeats());
    }
}
