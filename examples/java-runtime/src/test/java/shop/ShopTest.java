package shop;

import dev.paritas.junit.ParityTest;
import dev.paritas.junit.Recorder;

class ShopTest {
    @ParityTest("protocols/*.tell")
    void every_order_follows_the_protocol(Recorder recorder) throws InterruptedException {
        Shop shop = new Shop(tap(recorder));
        for (int i = 1; i <= 100; i++) {
            shop.order("order-" + i, i % 3 != 0);
        }
    }

    /** The runtime knows its own interface only. */
    private static Actors.Tap tap(Recorder recorder) {
        return new Actors.Tap() {
            @Override
            public void sent(String session, String role, String peer, String label) {
                recorder.sent(session, role, peer, label);
            }

            @Override
            public void received(String session, String role, String peer, String label) {
                recorder.received(session, role, peer, label);
            }

            @Override
            public void chose(String session, String role, String peer, String label) {
                recorder.chose(session, role, peer, label);
            }
        };
    }
}
