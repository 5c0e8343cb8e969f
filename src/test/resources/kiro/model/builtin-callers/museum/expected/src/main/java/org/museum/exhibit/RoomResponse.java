package org.museum.exhibit;

public record RoomResponse(Long id, String title, String room) {

    static RoomResponse of(Exhibit exhibit) {
        return new RoomResponse(exhibit.id(), exhibit.title(), exhibit.room());
    }
}
