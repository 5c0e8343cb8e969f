package org.museum.exhibit;

import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

public record UpdateRoomRequest(@NotNull @Size(min = 1, max = 20) String room) {}
