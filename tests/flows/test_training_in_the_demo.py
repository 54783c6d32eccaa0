"""The demo's till goes into training and comes back, as its manager asks for it on her page."""

from contextlib import ExitStack

from PySide6.QtCore import QTimer

from posapp.demo.launch import run_turns
from posapp.demo.park import open_park
from posapp.demo.sample import SIGN_INS, WEIGHT_LABEL, Folders
from posapp.ui.navigation import Place
from posapp.ui.robot import Robot
from posapp.ui.training_frame import TrainingFrame

MANAGER = SIGN_INS[2]


class Turns:
    """What each till was, in the order that they were opened; its manager asks for the next."""

    def __init__(self):
        self.seen = []

    def beside(self, park, _app, window):
        QTimer.singleShot(0, window, lambda: self.work(park, window))
        return park

    def work(self, park, window):
        robot = Robot(window.window)
        robot.take_focus()
        people = window.presenters.sign_in
        robot.wait_until(lambda: bool(people.state.people), "people")
        people.choose_number(MANAGER.number)
        robot.wait_until(lambda: people.state.chosen is not None, "the manager")
        robot.type(MANAGER.pin)
        manager = window.window.surface(Place.MANAGER)
        robot.wait_until(lambda: window.window.top is manager, "the manager's page")
        frames = window.window.findChildren(TrainingFrame)
        codes = [code.text for code in park.counter.codes]
        place = park.till.desk.place
        self.seen.append((place.training, bool(frames), WEIGHT_LABEL in codes, place.terminal_code))
        if len(self.seen) < 3:
            robot.click("manager.train")
        else:
            window.window.close()


def test_the_demo_trains_in_a_till_of_its_own_and_comes_back(own_park):
    turns = Turns()
    with ExitStack() as closing:
        park = open_park(Folders(own_park), {"language": "zh_CN"}, closing)
        run_turns(park, Place.MANAGER, turns.beside)
    real, training, again = turns.seen
    assert real == again == (False, False, True, "A03")
    assert training == (True, True, True, "TA03")
    assert (own_park / "till" / "training").is_dir()
