def test_missing_sku(client):
    response = client.post("/carts/1/items", json={})
    assert response.status_code == 400
