"""Public addresses"""
def urls(key): return ()
