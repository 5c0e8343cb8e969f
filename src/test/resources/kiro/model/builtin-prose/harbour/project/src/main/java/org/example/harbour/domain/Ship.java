package org.example.harbour.domain;

public final class Ship {

    private final CallSign callSign;
    private final String agentId;
    private final String name;

    private Ship(CallSign callSign, String agentId, String name) {
        this.callSign = callSign;
        this.agentId = agentId;
        this.name = name;
    }

    public static Ship announced(CallSign callSign, String agentId, String name) {
        return new Ship(callSign, agentId, name);
    }

    public CallSign callSign() {
        return callSign;
    }

    public String agentId() {
        return agentId;
    }

    public String name() {
        return name;
    }
}
