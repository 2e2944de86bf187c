package vigie.database;

import org.springframework.beans.factory.support.DefaultListableBeanFactory;
import org.springframework.context.ApplicationContextInitializer;
import org.springframework.context.support.GenericApplicationContext;

/** Starts the database while the rest of the house is still put together, since neither needs the other until then. */
final class DatabaseStartsFirst implements ApplicationContextInitializer<GenericApplicationContext> {
    @Override
    public void initialize(GenericApplicationContext house) {
        var start = DatabaseStart.as(house.getEnvironment());
        DefaultListableBeanFactory rooms = house.getDefaultListableBeanFactory();
        rooms.registerSingleton("databaseStart", start);
        rooms.registerDisposableBean("databaseStart", start::close);
        Thread.ofPlatform().name("database-start").start(start);
    }
}
