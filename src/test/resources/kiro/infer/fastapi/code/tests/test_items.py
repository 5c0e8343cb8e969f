from fastapi.testclient import TestClient

from app.main import app

client = TestClient(app)


def test_an_unknown_item_is_not_found():
    response = client.get("/api/items/17")
    assert response.status_code == 404


def test_a_nameless_item_is_refused():
    response = client.post("/api/items", json={"name": ""})
    assert response.status_code == 422
