package shop;

import java.util.Map;

/** Orders, played by three actors. With {@code -Dshop.bug=true} a buyer pays without waiting for the bill. */
public final class Shop {
    private final Actors actors;
    private final boolean bug = Boolean.getBoolean("shop.bug");

    public Shop(Actors.Tap tap) {
        this.actors = new Actors(tap);
    }

    /** Plays one order to its end. */
    public void order(String number, boolean inStock) throws InterruptedException {
        actors.play(
                number,
                Map.of("Buyer", this::buyer, "Seller", seller -> sell(seller, inStock), "Bank", this::bank));
    }

    private void buyer(Actors.Actor self) throws InterruptedException {
        self.send("Seller", "Order");
        boolean accepted = self.receive("Seller").equals("Accept");
        if (accepted && bug) {
            self.send("Bank", "Pay");
            self.receive("Seller");
        } else {
            self.receive("Seller");
            self.send("Bank", accepted ? "Pay" : "Cancel");
        }
    }

    private void sell(Actors.Actor self, boolean inStock) throws InterruptedException {
        self.receive("Buyer");
        self.choose("Buyer", inStock ? "Accept" : "Refuse");
        self.send("Buyer", inStock ? "Bill" : "Sorry");
        self.receive("Bank");
    }

    private void bank(Actors.Actor self) throws InterruptedException {
        self.send("Seller", self.receive("Buyer").equals("Pay") ? "Paid" : "Cancelled");
    }
}
